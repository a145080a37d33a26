// node --import THIS ...: a parent that was killed says nothing, but the channel to it closes. The processes that this
// one forks inherit the flag, and so end in their turn.
if (process.channel !== undefined) {
  process.on('disconnect', () => process.exit());
  // Our own child is not kept alive by listening for its parent; the workers of Next live by their channel.
  if (process.env.OUTPORT_PARENT === String(process.ppid)) process.channel.unref();
}
