export { type App, type AppOptions, createApp } from './app.js';
export type { ErrorLog } from './errors/mask-error.js';
export { printPublicSchema } from './printed-schema.js';
export { runSchedule, type ScheduleOptions } from './scheduling/run-schedule.js';
