/** The near side of what is measured: the program, and the testers it stands beside. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { place } from './bench-place';
import { heapAfterCollection } from './heap';
import { lossyConnects, retryLikeOlderKernels } from './lossy';
import { crowd } from './people';
import { httpCrowd, httpMessage, httpProbe } from './over-http';
import { timeMessage, timeProbe } from './outport-runs';
import { serveJobs } from './serve-jobs';
import { timeNodemailer } from './testers/nodemailer-verify';
import { timeSequential } from './testers/sequential';
import { timeSwaks } from './testers/swaks';

/** How long a connection takes that the far end takes at once. */
async function roundTrip(): Promise<number> {
  const started = performance.now();
  const socket = connect({ host: place.hosts[0].addresses[0], port: place.discardPort });
  await once(socket, 'connect');
  const took = performance.now() - started;
  socket.destroy();
  return took;
}

export const nearJobs = {
  roundTrip,
  probe: timeProbe,
  message: timeMessage,
  swaks: timeSwaks,
  nodemailer: timeNodemailer,
  sequential: timeSequential,
  crowd,
  lossyConnects,
  retryLikeOlderKernels,
  heapAfterCollection,
  httpProbe,
  httpMessage,
  httpCrowd,
};

serveJobs(nearJobs);
