/** The channel of LISTEN and NOTIFY on which a change is told, with its place in the log as the payload and nothing of what it holds. */
export const CHANGE_CHANNEL = 'broadsheet_change';
