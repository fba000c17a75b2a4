/** How much is sent to the server at a time: files, and UTF-16 units of text. */
export interface BatchLimits {
  readonly files: number;
  readonly text: number;
}

export const BATCH_LIMITS: BatchLimits = { files: 25, text: 4 * 1024 * 1024 };

/** Files are read so many at a time, while the server checks those before. */
export const READ_AT_ONCE = 8;

/**
 * Reads files a few at a time and puts them into batches, so that memory stays flat in a folder of any size. A file
 * that is larger than a batch makes one of its own.
 */
export async function* readBatches<Uri, File extends { readonly text: string | null }>(
  uris: readonly Uri[],
  read: (uri: Uri) => Promise<File>,
  limits: BatchLimits = BATCH_LIMITS,
): AsyncGenerator<readonly File[]> {
  let batch: File[] = [];
  let length = 0;
  for (let start = 0; start < uris.length; start += READ_AT_ONCE) {
    for (const file of await Promise.all(uris.slice(start, start + READ_AT_ONCE).map(read))) {
      const size = file.text?.length ?? 0;
      if (batch.length > 0 && (batch.length >= limits.files || length + size > limits.text)) {
        yield batch;
        batch = [];
        length = 0;
      }
      batch.push(file);
      length += size;
    }
  }
  if (batch.length > 0) yield batch;
}
