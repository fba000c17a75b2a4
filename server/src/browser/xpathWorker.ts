import { answerJob, type XpathJob } from '../xpath/job.ts';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<XpathJob>) =>
  answerJob(data, (news) => self.postMessage(news)),
);
