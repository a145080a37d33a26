/** The parts that structured fields share: comments, quoted strings, parameters (RFC 5322 §3.2). Never throws. */

export type Uncommented = { readonly text: string; readonly comments: readonly string[] };

/** A field's value → its text with each comment replaced by a blank, and the comments, nested ones inside theirs. */
export function withoutComments(value: string): Uncommented {
  let [text, comment, depth, isQuoted] = ['', '', 0, false];
  const comments: string[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const escaped = value[index] === '\\' && (isQuoted || depth > 0) && index + 1 < value.length;
    const sign = escaped ? value.slice(index, index + 2) : (value[index] ?? '');
    if (escaped) index += 1;
    if (depth === 0 && sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && sign === '(') depth += 1;
    if (depth === 0) text += sign;
    else comment += escaped ? sign.slice(1) : sign;
    if (!isQuoted && sign === ')' && depth > 0 && (depth -= 1) === 0) {
      comments.push(comment.slice(1, -1).trim());
      comment = '';
      text += ' ';
    }
  }
  // One that is never closed, as in a header that was cut off.
  if (comment !== '') comments.push(comment.slice(1).trim());
  return { text, comments };
}

/** A field's value → the parts between semicolons; those inside comments and quoted strings separate nothing. */
export function semicolonParts(value: string): readonly string[] {
  const parts = [''];
  let [depth, isQuoted] = [0, false];
  for (const sign of value) {
    if (depth === 0 && sign === '"') isQuoted = !isQuoted;
    if (!isQuoted && sign === '(') depth += 1;
    if (!isQuoted && sign === ')' && depth > 0) depth -= 1;
    if (sign === ';' && depth === 0 && !isQuoted) parts.push('');
    else parts.push((parts.pop() ?? '') + sign);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `a=b c.d="e f"` → its pairs in order, names in lower case, quotes taken off. */
export function pairsOf(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/([\w./-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]*)/g)].map(([, name = '', value = '']) => [
    name.toLowerCase(),
    value.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/gs, '$1'),
  ]);
}

/** A domain in its own script → as it stands in the DNS (RFC 5891), so that the two are the same one. */
function asciiDomain(domain: string): string {
  return /^[\u0000-\u007f]*$/.test(domain) || !URL.canParse(`http://${domain}`)
    ? domain
    : new URL(`http://${domain}`).hostname;
}

/** An address, `@domain` or a domain, in whatever brackets → its domain in lower case; undefined where there is none. */
export function domainOf(address: string): string | undefined {
  const bare = address.replace(/[<>"'\s]/g, '');
  const domain = bare
    .slice(bare.lastIndexOf('@') + 1)
    .replace(/\.$/, '')
    .toLowerCase();
  if (domain.length > 253 || !/^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)+$/u.test(domain)) return undefined;
  return asciiDomain(domain);
}
