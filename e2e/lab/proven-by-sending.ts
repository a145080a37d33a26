/**
 * The proof of a format: its text goes to the real program, and a real Exim takes the mail over verified TLS with login.
 * A certificate for another name, a missing STARTTLS and a login offered in the clear make the program fail instead.
 */
import { execFile, type ExecFileException } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportText } from '../../lib/exports/export-text';
import type { Format } from '../../lib/exports/format';
import type { SmtpSettings } from '../../lib/settings/smtp-settings';
import { whyNoExim } from './exim';
import {
  encryptedWays,
  expectNothingGiven,
  expectSubmitted,
  labPassword,
  openSubmissionLab,
  starttlsOn,
  type SubmissionLab,
} from './submission-lab';

type Run = { readonly worked: boolean; readonly said: string };
type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
};
type Place = {
  /** An empty folder of this run. */
  readonly directory: string;
  /** File of the authority to trust. */
  readonly authority: string;
  readonly settings: SmtpSettings;
};
type Program = {
  /** Files without which there is nothing to try. */
  readonly needs: readonly string[];
  /** What this program can log in with; every character there is unless it cannot. */
  readonly password?: string;
  /** False for a program that checks the certificate's authority alone, which its warnings then say. */
  readonly checksName?: false;
  /** False for a program of a version that checks no certificate at all, which its warnings then say. */
  readonly checksCertificate?: false;
  /** False for a program of a version that cannot insist on STARTTLS, which its warnings then say. */
  readonly insists?: false;
  /** False for a program of a version that takes STARTTLS where it is offered, whatever it is told. */
  readonly leavesStarttls?: false;
  /** The exported text → the command that sends one mail with it, after the files it needs were written; or how that went. */
  readonly send: (text: string, place: Place) => Command | Promise<Command | Run>;
};

/** For programs that cannot log in with more than ASCII. */
export const asciiPassword = labPassword.replace(/[^\x20-\x7e]/g, '');

/** One mail as bytes, for programs that take it from standard input. */
export const labMail = 'From: shop@mail.test\r\nTo: reader@mail.test\r\nSubject: Order\r\n\r\nIt is on its way.\r\n';

function run({ file, args, input = '', env = {} }: Command, cwd: string): Promise<Run> {
  return new Promise((resolve) => {
    const ended = (error: ExecFileException | null, out: string, said: string) =>
      resolve({ worked: error === null, said: `${error?.code ?? ''} ${out}${said}` });
    const child = execFile(file, [...args], { cwd, env: { ...process.env, ...env }, timeout: 20_000 }, ended);
    child.stdin?.on('error', () => undefined); // it may end before it has read everything
    child.stdin?.end(input);
  });
}

/** Registers the tests; skipped with a reason in their title where the program or Exim is missing. */
export function provenBySending(format: Format, program: Program): void {
  const absent = program.needs.find((path) => !existsSync(path));
  const missing =
    whyNoExim() ??
    (absent === undefined
      ? undefined
      : `Skipped: ${absent} is not here (node scripts/mail-programs.mjs gets it on Debian).`);
  const password = program.password ?? labPassword;
  let lab: SubmissionLab;
  let runs = 0;

  const send = async (given: SmtpSettings): Promise<Run> => {
    const settings = { ...given, password };
    const directory = join(lab.scratch, `run-${(runs += 1)}`);
    mkdirSync(directory);
    const text = exportText(format, settings, { includePassword: true, proof: 'Accepted */ ?> --> by mail.test' });
    const sending = await program.send(text, { directory, authority: lab.authority, settings });
    return 'worked' in sending ? sending : run(sending, directory);
  };

  const expectEnd = async (settings: SmtpSettings, worked: boolean) => {
    const run = await send(settings);
    expect(run.worked, run.said).toBe(worked);
  };

  describe.skipIf(missing !== undefined)(`${format.name} sends${missing ? ` (${missing})` : ''}`, () => {
    beforeAll(async () => {
      lab = await openSubmissionLab(password);
    });
    afterAll(() => lab.close());

    test.each(encryptedWays)('with login and verified certificate over %s', async (_name, settingsFor) => {
      const server = await lab.serve();
      await expectEnd(settingsFor(server), true);
      await expectSubmitted(server);
    });

    if (program.checksCertificate !== false) {
      const fault = program.checksName === false ? 'expired' : 'wrongName';
      const title = `nothing to a server with a bad certificate (${fault}) over %s`;
      test.each(encryptedWays)(title, async (_name, settingsFor) => {
        const server = await lab.serve({ fault });
        await expectEnd(settingsFor(server), false);
        await expectNothingGiven(server);
      });
    }

    test('nothing where STARTTLS is missing', async () => {
      const server = await lab.serve({ starttls: false });
      await expectEnd(starttlsOn(server.port), false);
      await expectNothingGiven(server);
    });

    if (program.insists !== false) {
      test('nothing where a login is offered without encryption', async () => {
        const server = await lab.serveLoginInTheClear();
        await expectEnd(starttlsOn(server.port), false);
        expect(server.heard).toEqual(['connected']);
      });
    }

    test('without login and encryption where that was chosen, though STARTTLS is offered', async () => {
      const server = await lab.serve({ users: [] });
      await expectEnd({ ...starttlsOn(server.port), security: 'cleartext' }, true);
      const protocol = program.leavesStarttls === false ? 'esmtps' : 'esmtp';
      await vi.waitFor(
        () => expect(server.log()).toMatch(new RegExp(`<= shop@mail\\.test .*P=(?:utf8)?${protocol} `)),
        5_000,
      );
    });
  });
}
