/** Whether anything is kept of a probe that is over. */
import { startServers } from '../load';
import type { Part } from '../part';

const atOnce = 50;
const early = 2_000;
const late = 10_000;
/** The most that the heap may have grown by from the early count to the late one. */
const most = 1.1;

export const heap: Part = {
  name: 'heap',
  isQuick: false,
  whyNot: () => undefined,
  async run(scratch) {
    const { start } = await startServers(scratch);
    const { set, near } = await start('outport', ['--expose-gc']);
    const until = async (probes: number) => {
      const { errors } = await set({ people: atOnce, rounds: probes / atOnce });
      if (errors.length > 0) throw new Error(errors.join('; '));
      return near.call('heapAfterCollection');
    };
    const before = await until(early);
    const after = await until(late - early);
    const figure = after / before;
    const cells = [before.toFixed(2), after.toFixed(2), figure.toFixed(3), most.toFixed(1)];
    const head = ['', `after ${early}`, `after ${late}`, 'times', 'budget'];
    const row = { what: 'heap, MB', cells, figure, budget: most };
    return [{ title: `Probes, ${atOnce} at a time, and then a collection`, head, rows: [row] }];
  },
};
