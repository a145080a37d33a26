/** Grafana reads grafana.ini with Go's package ini, and here so does the test. */
import { describe, expect, test } from 'vitest';
import { goReader, whyNoGo } from '@/e2e/lab/go-program';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { grafana } from './grafana';
import { hostileProof, hostileSettings, withoutLogin } from './testing/sample-settings';

const main = `package main

import (
	"encoding/json"
	"io"
	"os"

	"gopkg.in/ini.v1"
)

func main() {
	text, _ := io.ReadAll(os.Stdin)
	file, err := ini.Load(text)
	if err != nil {
		panic(err)
	}
	json.NewEncoder(os.Stdout).Encode(file.Section("smtp").KeysHash())
}
`;
const skipped = whyNoGo('gopkg.in/ini.v1');
// Every character that Grafana leaves as it is: it replaces ${, $__ and %( before.
const password = ` a"b'c\`d $e #{g} %41 %s <i> ?> */ \\n\\\\ #j ;k = l ü 漢 🗝 `;
const settings: SmtpSettings = { ...hostileSettings, password };

describe.skipIf(skipped !== undefined)(`Grafana’s grafana.ini${skipped ? ` (${skipped})` : ''}`, () => {
  const reader = goReader(main);
  const read = (given: SmtpSettings) =>
    reader(exportText(grafana, given, { includePassword: true, proof: hostileProof }));

  test('demands STARTTLS, and holds every value as it is', () => {
    expect(grafana.cannot?.(settings)).toBeUndefined();
    expect(read(settings)).toEqual({
      enabled: 'true',
      host: 'smtp.example.com:587',
      user: settings.username,
      password,
      skip_verify: 'false',
      from_address: "o'neil@example.com",
      from_name: settings.from.name,
      startTLS_policy: 'MandatoryStartTLS',
    });
  });

  test('begins with TLS by the number of the port alone', () => {
    expect(read({ ...settings, port: 465, security: 'implicit-tls' })).not.toHaveProperty('startTLS_policy');
  });

  test('leaves STARTTLS alone without encryption', () => {
    const seen = read({ ...withoutLogin(settings), port: 25, security: 'cleartext' });
    expect(seen).toMatchObject({ startTLS_policy: 'NoStartTLS' });
    expect(seen).not.toHaveProperty('user');
  });
});
