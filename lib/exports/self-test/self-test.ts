/** Settings and a run → the PHP that tests them once from the web server itself. It follows the must-use plugin's own lines. */
import type { RenderSelfTest } from '../format';
import { phpMailerSecure } from '../php';
import { singleQuoted } from '../quote';
import { answerPhp } from './answer-php';
import { hearPhp } from './hear-php';
import { lookPhp } from './look-php';
import { pagePhp } from './page-php';
import { selfTestLife, type SelfTestRun } from './run';
import { sendPhp } from './send-php';
import { wordsPhp } from './words-php';

/** From what a reader wants to know first to how it is done. */
const pieces = [answerPhp, sendPhp, hearPhp, lookPhp, wordsPhp, pagePhp];

type Tested = Parameters<RenderSelfTest>[0];

function baked({ host, port, security, from }: Tested, { key, id, madeAt, to, returnAddress }: SelfTestRun): string {
  const constants: readonly (readonly [name: string, value: string | number])[] = [
    ['KEY', key],
    ['ID', id],
    ['MADE', madeAt],
    ['VALID_FOR', selfTestLife.validFor],
    ['TOLERANCE', selfTestLife.clockTolerance],
    ['TO', to],
    ['WIZARD', returnAddress],
    ['USED', 'outport_self_test_used'],
  ];
  const literal = (value: string | number) => (typeof value === 'number' ? String(value) : singleQuoted(value));
  const expected = [
    `'mailer' => 'smtp'`,
    `'host' => ${literal(host)}`,
    `'port' => ${port}`,
    `'secure' => ${literal(phpMailerSecure[security])}`,
    `'from' => ${literal(from.address)}`,
  ];
  const lines = constants.map(([name, value]) => `\tprivate const ${name} = ${literal(value)};`);
  return [...lines, `\tprivate const EXPECTED = array( ${expected.join(', ')} );`].join('\n');
}

const state = `
	private static $begun     = 0.0;
	private static $last      = 0.0;
	private static $mailer    = null;
	private static $used      = null;
	private static $sent      = false;
	private static $error     = '';
	private static $phase     = '';
	private static $secured   = false;
	private static $has_login = false;
	private static $bytes     = 0;
	private static $openssl   = array();
	private static $lines     = array();
`;

/** The password is no part of it: PHPMailer has it from the lines above. */
export function selfTestText(settings: Tested, run: SelfTestRun): string {
  const until = new Date((run.madeAt + selfTestLife.validFor) * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return String.raw`
/**
 * One-time self test, until ${until} UTC: whoever has the key below can have WordPress send one message to the address
 * below, and read what the mail server said. It answers one address of this site and writes one option, that it was used.
 * Everything from here on can be taken out again.
 */
final class Outport_Self_Test {

${baked(settings, run)}
${state}${pieces.join('')}}

add_action( 'wp_loaded', array( 'Outport_Self_Test', 'answer' ) );
`;
}
