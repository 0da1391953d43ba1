import "server-only";

/** Advisory locks of the database: one number each, so that no two of them ever wait for one another by mistake. */
export const locks = {
  /** One runner of migrations at a time; held by a session. */
  migrations: 7202,
  /** With the id of a pool of workers: held as long as it lives. */
  workerLife: 7203,
  /** The first version of the vault key. */
  firstVaultKey: 7204,
  /** A change of the vault key. */
  vaultKeyRotation: 7205,
  /** The end of the chain of events. */
  chain: 72010301,
  /** Shared by every writer of a case, alone for whoever changes the settings of the clock. */
  clockSettings: 72010302,
  /** Whoever decides the reminders of the day. */
  reminders: 72010303,
  /** Whoever decides the reminders to departments. */
  taskReminders: 72010304,
  /** Whoever writes lines of another register. */
  imports: 72010305,
  /** Whoever changes the list of teams. */
  teams: 72010306,
  /** Whoever changes or applies the rules of assignment. */
  assignmentRules: 72010307,
} as const;
