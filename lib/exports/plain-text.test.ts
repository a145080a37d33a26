import { expect, test } from 'vitest';
import { exportText } from './export-text';
import { plainText } from './plain-text';
import { hostileProof, hostileSettings, sampleSettings } from './testing/sample-settings';

test('reads as a list a person can type from, with the proof below it', () => {
  const proof = 'Accepted by smtp.example.com on 2026-11-24, sent from this computer';
  expect(exportText(plainText, sampleSettings, { includePassword: true, proof })).toBe(`Outgoing mail (SMTP)

Server:         smtp.example.com
Port:           587
Encryption:     STARTTLS, required (often called TLS)
User name:      shop@example.com
Password:       canary-4711
Sender name:    Shop
Sender address: shop@example.com

${proof}
`);
});

test('keeps every character of a password, blanks at its ends included', () => {
  const text = exportText(plainText, hostileSettings, { includePassword: true, proof: hostileProof });
  expect(text).toContain(`Password:       ${hostileSettings.password}\n`);
  expect(plainText.warnings(hostileSettings)).toEqual(['The password begins or ends with a blank; it belongs to it.']);
  expect(plainText.warnings(sampleSettings)).toEqual([]);
});
