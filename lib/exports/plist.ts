/** Property lists as XML (Apple's PropertyList-1.0.dtd), as far as a configuration profile needs them. */
type PlistValue = string | number | boolean | readonly PlistValue[] | PlistDictionary;
export type PlistDictionary = { readonly [key: string]: PlistValue };

// XML 1.0 §2.2: what no document may hold, not even as a reference; lone surrogates are in none.
const unheld = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Whether XML can hold a text as it is. */
export function isHeldByXml(text: string): boolean {
  return text.replace(unheld, '') === text;
}

const escaped = (text: string) => text.replace(unheld, '').replace(/[&<>]/g, (sign) => references[sign] ?? sign);

function element(value: PlistValue, indent: string): string {
  const inner = `${indent}\t`;
  if (typeof value === 'string') return `${indent}<string>${escaped(value)}</string>\n`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>\n`;
  if (typeof value === 'boolean') return `${indent}<${value}/>\n`;
  if (isList(value))
    return `${indent}<array>\n${value.map((part) => element(part, inner)).join('')}${indent}</array>\n`;
  const parts = Object.entries(value).map(
    ([key, part]) => `${inner}<key>${escaped(key)}</key>\n${element(part, inner)}`,
  );
  return `${indent}<dict>\n${parts.join('')}${indent}</dict>\n`;
}

const isList = (value: readonly PlistValue[] | PlistDictionary): value is readonly PlistValue[] => Array.isArray(value);

/** A dictionary → the property list that holds it. */
export function plist(value: PlistDictionary): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(value, '')}</plist>
`;
}
