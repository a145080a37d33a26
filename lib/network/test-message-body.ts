import 'server-only';

/** What a test email says, as plain text and as HTML that loads nothing and needs nothing. */
export type TestMessageWords = {
  readonly code: string;
  /** Where a press proves that the message arrived; only an Outport that others can reach has one. */
  readonly link?: string;
  /** Label and value, in the order in which they are read. */
  readonly facts: readonly (readonly [string, string])[];
};

const title = 'Your test email arrived';
const whatToDo =
  'Type this code on the page from which you sent the email. It proves that the email came through, not only that a server took it.';
const orPress = 'Or open this page and press its button:';
const orOpen = 'Or open the page behind this link, and press its button:';
const pressed = 'Confirm that it arrived';
const ifSpam =
  'Was it in spam? Then open its source (Show original, View source) and paste it on the same page: it says why, and what to mend.';
const ending = 'Sent with Outport to test a mail server. It needs no answer, and you can delete it.';

/** As plain text, no line longer than 78 characters but for long names (RFC 5322 §2.1.1). */
export function textBody({ code, link, facts }: TestMessageWords): string {
  const widest = Math.max(...facts.map(([label]) => label.length));
  const rows = facts.map(([label, value]) => `${`${label}:`.padEnd(widest + 2)}${value}`);
  const paragraphs = [title, `Code: ${code}`, whatToDo];
  const press = link === undefined ? [] : [`${orPress}\n${link}`];
  const settings = 'It was sent with these settings:';
  return `${[...paragraphs.map(wrapped), ...press, settings, rows.join('\n'), ...[ifSpam, ending].map(wrapped)].join('\n\n')}\n`;
}

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > 72) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const sans = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mono = "font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace";

// Programs that know no style sheet show the colours that stand at the elements: those of the light scheme.
const darkScheme = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  '.paper{background:#101316!important;color:#eceff2!important}',
  '.card{background:#181c20!important;border-color:#2c3238!important}',
  '.code{background:#1d2444!important;color:#d5ddff!important}',
  '.quiet{color:#a4adb7!important}',
  '.row{border-color:#2c3238!important}',
  '.press{background:#b4c2ff!important;color:#101316!important}',
  '}',
].join('');

/** On a telephone each label stands above its value, so that an address is not torn apart. */
const narrow = [
  '@media (max-width:479px){',
  'th.row,td.row{display:block;width:auto!important}',
  'th.row{padding:10px 0 0!important}',
  'td.row{border-top:0!important;padding:0 0 10px!important}',
  '}',
].join('');

function row([label, value]: readonly [string, string]): string {
  const line = 'border-top:1px solid #dfe1e4;padding:10px 0;vertical-align:top';
  return (
    `<tr><th class="row quiet" scope="row" align="left" style="${line};padding-right:16px;font-weight:500;color:#4b535c;white-space:nowrap">${label}</th>` +
    `<td class="row" style="${line};word-break:break-word">${escapeHtml(value)}</td></tr>`
  );
}

/** As HTML: one column for a telephone, light and dark, nothing to fetch, no script. */
export function htmlBody({ code, link, facts }: TestMessageWords): string {
  const quiet = 'margin:16px 0 0;font-size:14px;line-height:1.5;color:#4b535c';
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${title}</title><style>${darkScheme}${narrow}</style></head>`,
    `<body class="paper" style="margin:0;padding:0;background:#f5f6f6;color:#16191d;${sans};font-size:16px;line-height:1.5">`,
    '<table class="paper" role="presentation" width="100%" cellspacing="0" cellpadding="0" style="background:#f5f6f6"><tr><td align="center" style="padding:24px 12px">',
    '<table class="card" role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;background:#ffffff;border:1px solid #dfe1e4;border-radius:12px"><tr><td align="left" style="padding:24px 20px">',
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${title}</h1>`,
    `<p class="code" style="margin:0 0 12px;padding:14px 8px;border-radius:8px;background:#eef1fe;color:#2440bd;text-align:center;font-size:28px;line-height:1.2;font-weight:600;letter-spacing:2px;${mono}">${code}</p>`,
    `<p style="margin:0 0 ${link === undefined ? 20 : 12}px">${whatToDo}${link === undefined ? '' : ` ${orOpen}`}</p>`,
    ...(link === undefined
      ? []
      : [
          `<p style="margin:0 0 20px"><a class="press" href="${escapeHtml(link)}" style="display:block;padding:12px 16px;border-radius:8px;background:#2440bd;color:#ffffff;text-align:center;text-decoration:none;font-weight:600">${pressed}</a></p>`,
        ]),
    `<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse;font-size:15px"><caption class="quiet" align="top" style="text-align:left;padding:0 0 8px;font-size:14px;color:#4b535c">It was sent with these settings:</caption>${facts.map(row).join('')}</table>`,
    `<p class="quiet" style="${quiet}">${ifSpam}</p>`,
    '</td></tr></table>',
    `<p class="quiet" style="${quiet};max-width:560px;text-align:center">${ending}</p>`,
    '</td></tr></table></body></html>',
  ].join('\n');
}
