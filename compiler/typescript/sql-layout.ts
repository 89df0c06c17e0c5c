export const sqlLayout = (sql: string): string => sql;
