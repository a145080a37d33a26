import 'server-only';
import sax from 'sax';
import type { OutgoingServer } from '@/lib/discovery/autoconfig';
import type { DocumentProblem } from '@/lib/discovery/events';

/**
 * A stranger's XML. The parser knows no entity but XML's own five and fetches nothing; a DOCTYPE, with which a document
 * could bring entities of its own, ends the reading. Its length is bounded by whoever fetched it.
 */
const mostServers = 10;
const deepest = 20;

type DocumentReading = { readonly servers: readonly OutgoingServer[] } | { readonly problem: DocumentProblem };

/** Ends the reading at the first thing that is wrong. */
class Refused extends Error {
  constructor(readonly problem: DocumentProblem) {
    super(problem);
  }
}

const readable: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/** Only UTF-8: what another encoding means is for its decoder to say, and decoders differ. */
function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('encoding');
  }
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared !== undefined && !readable.has(declared.toLowerCase())) throw new Refused('encoding');
  return text;
}

const fields = ['hostname', 'port', 'socketType', 'username'] as const;
type Field = (typeof fields)[number];

function fieldOf(path: readonly string[]): Field | undefined {
  return path.length === 4 ? fields.find((field) => field === path[3]) : undefined;
}

const serverPath = 'clientConfig/emailProvider/outgoingServer';

/** The first value of a field counts: the document lists them in the order it prefers. */
type Draft = { values: Partial<Record<Field, string>>; current: string };

// @types/sax 1.2.7 does not know the option that keeps HTML's entities out.
const options: sax.SAXOptions & { readonly strictEntities: true } = { strictEntities: true };

function parse(text: string): OutgoingServer[] {
  const parser = sax.parser(true, options);
  const path: string[] = [];
  const servers: OutgoingServer[] = [];
  let draft: Draft | undefined;
  parser.onerror = () => {
    throw new Refused('malformed');
  };
  parser.ondoctype = (doctype) => {
    throw new Refused(/^\s*html\b[^[]*$/i.test(doctype) ? 'not-a-configuration' : 'doctype');
  };
  parser.onopentag = ({ name, attributes }) => {
    if (path.length === 0 && name !== 'clientConfig') throw new Refused('not-a-configuration');
    path.push(name);
    if (path.length > deepest) throw new Refused('malformed');
    if (path.join('/') === serverPath && attributes['type'] === 'smtp') draft = { values: {}, current: '' };
    if (draft !== undefined) draft.current = '';
  };
  const onText = (piece: string) => {
    if (draft !== undefined) draft.current += piece;
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onclosetag = () => {
    const field = fieldOf(path);
    if (draft !== undefined && field !== undefined) draft.values[field] ??= draft.current.trim();
    if (draft !== undefined && path.length === 3) {
      const { hostname = '', port = '', socketType = '', username = '' } = draft.values;
      if (servers.length < mostServers) servers.push({ hostname, port, socketType, username });
      draft = undefined;
    }
    path.pop();
  };
  parser.write(text).close();
  return servers;
}

/** The bytes of a config-v1.1 document → its outgoing servers as they are written, or why it was not read. */
export function readAutoconfig(bytes: Uint8Array): DocumentReading {
  try {
    const text = decode(bytes);
    if (!text.trimStart().startsWith('<')) throw new Refused('not-a-configuration');
    return { servers: parse(text) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
}
