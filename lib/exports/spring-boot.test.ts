/** Java's own Properties read the lines, and Jakarta Mail, to which Spring hands them, sends. Spring itself is not run. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { labPassword } from '@/e2e/lab/submission-lab';
import { springBoot } from './spring-boot';
import { sampleSettings } from './testing/sample-settings';

const compiler = '/usr/bin/javac';
const libraries = ['/usr/share/java/jakarta-mail.jar', '/usr/share/java/jakarta-activation.jar'];
const needs = [compiler, ...libraries];

// What Spring Boot does with spring.mail: properties become those of the session, the rest goes to connect.
const source = `
import jakarta.mail.*;
import jakarta.mail.internet.*;
import java.io.FileInputStream;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.*;

class Send {
  static void trust(String authority) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var file = new FileInputStream(authority)) {
      store.setCertificateEntry("authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLContext.setDefault(context);
  }

  public static void main(String[] arguments) throws Exception {
    trust(arguments[0]);
    var lines = new Properties();
    try (var file = new FileInputStream("mail.properties")) {
      lines.load(file);
    }
    var properties = new Properties();
    var prefix = "spring.mail.properties.";
    for (var name : lines.stringPropertyNames())
      if (name.startsWith(prefix)) properties.setProperty(name.substring(prefix.length()), lines.getProperty(name));
    var session = Session.getInstance(properties);
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress("shop@mail.test"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("reader@mail.test"));
    message.setSubject("Order");
    message.setText("It is on its way.");
    message.saveChanges();
    try (var transport = session.getTransport("smtp")) {
      transport.connect(
        lines.getProperty("spring.mail.host"),
        Integer.parseInt(lines.getProperty("spring.mail.port")),
        lines.getProperty("spring.mail.username"),
        lines.getProperty("spring.mail.password"));
      transport.sendMessage(message, message.getAllRecipients());
    }
  }
}`;

let classes: string;
beforeAll(() => {
  classes = mkdtempSync(join(tmpdir(), 'outport-java-'));
  if (!needs.every((path) => existsSync(path))) return;
  writeFileSync(join(classes, 'Send.java'), source);
  execFileSync(compiler, ['-cp', libraries.join(delimiter), 'Send.java'], { cwd: classes });
}, 60_000);
afterAll(() => rmSync(classes, { recursive: true }));

provenBySending(springBoot, {
  needs,
  password: labPassword.replace('${', '$ {'), // Spring would take it for another property
  send: (text, { directory, authority }) => {
    writeFileSync(join(directory, 'mail.properties'), text);
    return {
      file: '/usr/bin/java',
      args: ['-XX:TieredStopAtLevel=1', '-cp', [classes, ...libraries].join(delimiter), 'Send', authority],
    };
  },
});

test('a login that Spring would replace is refused with the reason', () => {
  expect(springBoot.cannot?.({ ...sampleSettings, password: '${x}' })).toContain('Spring takes ${');
  expect(springBoot.cannot?.({ ...sampleSettings, password: '$x{y}' })).toBeUndefined();
});
