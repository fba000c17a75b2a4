/** Pause before a score is read out, in milliseconds: while someone types, only the last one is. */
const PAUSE = 700;

/** Puts a sentence into the live region when it has not changed for a while. A screen reader reads out changes only. */
export function createAnnouncer(region: HTMLElement): (sentence: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (region.textContent !== sentence) region.textContent = sentence;
    }, PAUSE);
  };
}
