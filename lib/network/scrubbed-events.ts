import 'server-only';
import type { Facts, MessageEvent } from '@/lib/probe/events';
import type { DeliveryOutcome, Failure, TranscriptLine } from '@/lib/smtp/outcome';
import type { Capability, Reply } from '@/lib/smtp/reply';
import type { SecretScrubber } from './secret-scrubber';

/**
 * Everything a server said, on its way out. A password may have been heard by the server in an earlier run, so its
 * words are scrubbed from the greeting on. What was said before is remembered: a secret cut into pieces over several
 * replies is found when it is complete.
 */
export class ScrubbedWords {
  private readonly heard: string[] = [];

  constructor(private readonly scrubber: SecretScrubber) {}

  private words(texts: readonly string[]): string[] {
    const shown = this.scrubber.after(this.heard, texts);
    this.heard.push(...texts);
    return shown;
  }

  private reply(reply: Reply): Reply {
    return { ...reply, text: this.words(reply.text) };
  }

  private capabilities(list: readonly Capability[]): Capability[] {
    const lines = this.words(list.map(({ keyword, params }) => [keyword, ...params].join(' ')));
    return list.map((capability, index) => {
      const line = lines[index] ?? '';
      if (line === [capability.keyword, ...capability.params].join(' ')) return capability;
      const [keyword = '', ...params] = line.split(' ');
      return { keyword, params };
    });
  }

  private facts(facts: Facts): Facts {
    const { reply, capabilities } = facts;
    return {
      ...facts,
      ...(reply === undefined ? {} : { reply: this.reply(reply) }),
      ...(capabilities === undefined ? {} : { capabilities: this.capabilities(capabilities) }),
    };
  }

  event(event: MessageEvent): MessageEvent {
    return event.event === 'stage-passed' ? { ...event, facts: this.facts(event.facts) } : event;
  }

  private failure(failure: Failure): Failure {
    switch (failure.kind) {
      case 'negative-reply':
        return { ...failure, reply: this.reply(failure.reply) };
      case 'protocol-violation':
        return { ...failure, sample: this.words([failure.sample]).join('') };
      case 'auth-not-offered':
        return { ...failure, mechanisms: this.words(failure.mechanisms) };
      default:
        return failure;
    }
  }

  /** The queue id is left out where the reply it stands in had to be changed. */
  outcome(outcome: DeliveryOutcome): DeliveryOutcome {
    if (outcome.status === 'not-tested') return outcome;
    if (outcome.status !== 'accepted') return { ...outcome, failure: this.failure(outcome.failure) };
    const reply = this.reply(outcome.reply);
    const isWhole = reply.text.every((line, index) => line === outcome.reply.text[index]);
    const { queueId, ...rest } = outcome;
    return { ...rest, reply, ...(isWhole && queueId !== undefined ? { queueId } : {}) };
  }

  /** The server's lines as one text, since pieces may be spread over many replies. */
  transcript(lines: readonly TranscriptLine[]): TranscriptLine[] {
    const spoken = this.scrubber.lines(lines.filter(({ from }) => from === 'server').map(({ text }) => text));
    let next = 0;
    return lines.map((line) => (line.from === 'server' ? { ...line, text: spoken[next++] ?? '' } : line));
  }
}
