// Runs in a thread of the process that renders, beside the one that computes, and ends the process
// with SIGALRM when a story takes too long. Plain JavaScript, so that the thread starts at once.
import { parentPort } from "node:worker_threads";

/** How often a story's time may pass on the wall while the machine gives us no share of it. */
const PATIENCE = 4;
const LOOK_AGAIN = 100;

let timer;

/** Hears the milliseconds that a story has, when it begins, and null when it is done. */
parentPort?.on("message", (time) => {
  clearTimeout(timer);
  if (time !== null) startClock(time);
});

/**
 * On a machine that is busy with other things an ordinary story may take long without doing much,
 * so what counts is the work of this process; only after four times the time is it late in any case.
 */
function startClock(time) {
  const begun = performance.now();
  const work = process.cpuUsage();
  timer = setTimeout(look, time);

  function look() {
    const { user, system } = process.cpuUsage(work);
    const worked = (user + system) / 1_000 >= time;
    if (worked || performance.now() - begun >= time * PATIENCE)
      process.kill(process.pid, "SIGALRM");
    else timer = setTimeout(look, LOOK_AGAIN);
  }
}
