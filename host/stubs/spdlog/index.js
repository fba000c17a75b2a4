// The logger VS Code's server writes its log files with: same calls, each line appended at once.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const OFF = LEVELS.length;

function createLogger(_name, file) {
  let threshold = LEVELS.indexOf('info');
  let isPlain = false;

  function write(level, message) {
    if (level < threshold) return;
    const line = isPlain ? message : `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n`;
    try {
      fs.appendFileSync(file, line);
    } catch {
      // The log folder is removed before the server ends.
    }
  }

  return {
    trace: (message) => write(0, message),
    debug: (message) => write(1, message),
    info: (message) => write(2, message),
    warn: (message) => write(3, message),
    error: (message) => write(4, message),
    critical: (message) => write(5, message),
    getLevel: () => threshold,
    setLevel(level) {
      threshold = level;
    },
    setPattern: () => undefined,
    clearFormatters() {
      isPlain = true;
    },
    flush: () => undefined,
    drop() {
      threshold = OFF;
    },
  };
}

async function createFileLogger(name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return createLogger(name, file);
}

exports.version = 0;
exports.createRotatingLogger = createFileLogger;
exports.createAsyncRotatingLogger = createFileLogger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.shutdown = () => undefined;
