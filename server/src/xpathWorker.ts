import { parentPort } from 'node:worker_threads';
import { answerJob, type XpathJob } from './xpath/job.ts';

parentPort?.once('message', (job: XpathJob) => answerJob(job, (news) => parentPort?.postMessage(news)));
