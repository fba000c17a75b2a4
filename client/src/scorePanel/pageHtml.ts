import { Uri, type Webview } from 'vscode';

/** Folder of the page's script and style sheet, the only files it may load. */
export function pageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist');
}

/** The page: nothing but its own script and style sheet runs or loads in it. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extensionUri), file));
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>QPP Score</title>
<link rel="stylesheet" href="${address('scorePanel.css')}">
</head>
<body>
<main id="score"></main>
<p id="announcement" class="visually-hidden" role="status" aria-live="polite"></p>
<script nonce="${nonce}" src="${address('scorePanel.js')}"></script>
</body>
</html>`;
}
