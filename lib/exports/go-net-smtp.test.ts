import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { buildGo, goCompiler, whyNoGo } from '@/e2e/lab/go-program';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { exportText } from './export-text';
import { goNetSmtp } from './go-net-smtp';
import { sampleSettings } from './testing/sample-settings';

const main = `package main

import (
	"fmt"
	"os"
)

func main() {
	if err := Send("reader@mail.test", "Order grüße", "It is on its way, grüße.\\n"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
`;

function build(directory: string, text: string): Promise<string> {
  writeFileSync(join(directory, 'mailer.go'), text);
  writeFileSync(join(directory, 'main.go'), main);
  return buildGo(directory, ['mailer.go', 'main.go']);
}

// Go's own library is compiled once, which takes longer than a test may.
beforeAll(async () => {
  if (whyNoGo() !== undefined) return;
  const directory = mkdtempSync(join(tmpdir(), 'outport-go-'));
  await build(directory, exportText(goNetSmtp, sampleSettings, { includePassword: false, proof: 'x' }));
  rmSync(directory, { recursive: true });
}, 120_000);

provenBySending(goNetSmtp, {
  needs: [goCompiler],
  send: async (text, { directory, authority }) => ({
    file: await build(directory, text),
    args: [],
    env: { SSL_CERT_FILE: authority },
  }),
});
