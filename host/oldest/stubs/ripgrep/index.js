const path = require('node:path');

// The real package downloads ripgrep when it is installed; the newer one carries it for every platform.
const binary = process.platform === 'win32' ? 'rg.exe' : 'rg';
const universal = path.join(__dirname, '../../node_modules/@vscode/ripgrep-universal/bin');
exports.rgPath = path.join(universal, `${process.platform}-${process.arch}`, binary);
