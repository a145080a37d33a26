/** Go's own parser reads the file, and a program prints the calls with what stands in them. */
import { describe, expect, test } from 'vitest';
import { goReader, whyNoGo } from '@/e2e/lab/go-program';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { goMail } from './go-mail';
import { hostilePassword, hostileProof, hostileSettings, withoutLogin } from './testing/sample-settings';

const main = `package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
)

func value(argument ast.Expr) any {
	switch part := argument.(type) {
	case *ast.BasicLit:
		if part.Kind == token.STRING {
			text, _ := strconv.Unquote(part.Value)
			return text
		}
		number, _ := strconv.Atoi(part.Value)
		return number
	case *ast.SelectorExpr:
		return part.X.(*ast.Ident).Name + "." + part.Sel.Name
	}
	return nil
}

func main() {
	file, err := parser.ParseFile(token.NewFileSet(), "", os.Stdin, parser.AllErrors)
	if err != nil {
		panic(err)
	}
	calls := map[string][]any{}
	ast.Inspect(file, func(node ast.Node) bool {
		if call, ok := node.(*ast.CallExpr); ok {
			values := []any{}
			for _, argument := range call.Args {
				values = append(values, value(argument))
			}
			calls[call.Fun.(*ast.SelectorExpr).Sel.Name] = values
		}
		return true
	})
	json.NewEncoder(os.Stdout).Encode(calls)
}
`;
const skipped = whyNoGo();

describe.skipIf(skipped !== undefined)(`The file for go-mail${skipped ? ` (${skipped})` : ''}`, () => {
  const reader = goReader(main);
  const read = (settings: SmtpSettings) =>
    reader(exportText(goMail, settings, { includePassword: true, proof: hostileProof }));

  test('demands STARTTLS, and holds every value as it is', () => {
    expect(read(hostileSettings)).toMatchObject({
      FromFormat: [hostileSettings.from.name, "o'neil@example.com"],
      WithPort: [587],
      WithTLSPolicy: ['mail.TLSMandatory'],
      WithSMTPAuth: ['mail.SMTPAuthPlain'],
      WithUsername: [hostileSettings.username],
      WithPassword: [hostilePassword],
    });
  });

  test('begins with TLS, or leaves encryption and login out', () => {
    const implicit = read({ ...hostileSettings, port: 2465, security: 'implicit-tls' });
    expect(implicit).toMatchObject({ WithSSL: [], WithPort: [2465] });
    expect(implicit).not.toHaveProperty('WithTLSPolicy');
    const open = read({ ...withoutLogin(hostileSettings), security: 'cleartext' });
    expect(open).toMatchObject({ WithTLSPolicy: ['mail.NoTLS'] });
    expect(open).not.toHaveProperty('WithPassword');
  });
});
