/** What a member of staff may do. One table; every page, action and read asks it. */
export const permissions = ["case.read", "case.handle", "refusal.send", "suspension.credit", "directives.end", "file.view", "audit.read", "staff.manage", "clock.manage", "assignment.manage", "absence.manage", "departments.manage", "figures.read", "figures.publish", "register.read", "register.import", "incident.manage"] as const;
export type Permission = (typeof permissions)[number];

export const roles = ["agent", "dpo", "administrator", "auditor"] as const;
export type Role = (typeof roles)[number];

export const permissionTable: Record<Role, readonly Permission[]> = {
  agent: ["case.read", "case.handle", "file.view"],
  dpo: ["case.read", "case.handle", "file.view", "refusal.send", "suspension.credit", "directives.end", "audit.read", "clock.manage", "assignment.manage", "absence.manage", "departments.manage", "figures.read", "figures.publish", "register.read", "register.import", "incident.manage"],
  administrator: ["staff.manage", "absence.manage"],
  auditor: ["case.read", "audit.read", "figures.read", "register.read"],
};

/** Roles whose holders may do that. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => permissionTable[role].includes(permission));
}

/** The union over a person's roles: a small shop's first administrator is also its DPO. */
export function permissionsOf(held: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter((role) => held.includes(role)).flatMap((role) => permissionTable[role]));
}
