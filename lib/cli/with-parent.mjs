// Loaded before the web and the worker. When the process that started them is gone, they end too: a server that outlived
// a killed start would keep its port, and a second worker would work beside the next one.
if (process.channel) {
  process.on('disconnect', () => process.exit(1))
  process.channel.unref()
}
