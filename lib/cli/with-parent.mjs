// Loaded before everything that a start launches. When that start is gone, the child ends too: a server that outlived a
// killed start would keep its port, and a second worker would work beside the next one. Processes that the child starts
// inherit this line, and are not ours to meddle with.
if (process.channel && String(process.ppid) === process.env.BEACON_PARENT) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
