import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { DateOverride, WeeklyRule } from "../../core/slots/index.js";
import type { Db, Tx } from "../../store/store.js";
import type { Schedule, Stored, UsingEventType } from "./schedule.js";

export async function findSchedule(db: Db, id: number): Promise<Schedule | null> {
  const row = await selectSchedules(db).where("schedules.id", "=", id).executeTakeFirst();
  return row ? scheduleOf(row) : null;
}

export async function listSchedulesOf(db: Db, userId: number): Promise<Schedule[]> {
  const rows = await selectSchedules(db).where("schedules.user_id", "=", userId).orderBy("schedules.id").execute();
  return rows.map(scheduleOf);
}

/** Schedules with all their rules, in one statement. */
function selectSchedules(db: Db) {
  return db
    .selectFrom("schedules")
    .innerJoin("users", "users.id", "schedules.user_id")
    .select((eb) => [
      "schedules.id",
      "schedules.user_id as ownerId",
      "schedules.name",
      "schedules.time_zone as timeZone",
      "users.default_schedule_id as defaultId",
      eb
        .selectFrom("schedules as own")
        .whereRef("own.user_id", "=", "schedules.user_id")
        .select((own) => own.fn.countAll<number>().as("count"))
        .as("ownerHas"),
      jsonArrayFrom(
        eb
          .selectFrom("schedule_rules as rule")
          .whereRef("rule.schedule_id", "=", "schedules.id")
          .orderBy("rule.id")
          .select([
            "rule.id",
            "rule.days",
            "rule.date",
            "rule.start_minute as startMinute",
            "rule.end_minute as endMinute",
          ]),
      ).as("rules"),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSchedules>["execute"]>>[number];

function scheduleOf({ defaultId, ownerHas, rules, ...row }: Row): Schedule {
  const weekly: Stored<WeeklyRule>[] = [];
  const overrides: Stored<DateOverride>[] = [];
  for (const { id, days, date, startMinute, endMinute } of rules) {
    if (date === null) weekly.push({ id, days, startMinute, endMinute });
    else overrides.push({ id, date, startMinute, endMinute });
  }
  return { ...row, isDefault: row.id === defaultId, isOnlyOne: ownerHas === 1, weekly, overrides };
}

export async function countSchedules(tx: Tx, userId: number): Promise<number> {
  const { count } = await tx
    .selectFrom("schedules")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertSchedule(
  tx: Tx,
  schedule: { userId: number; name: string; timeZone: string },
): Promise<number> {
  const { id } = await tx
    .insertInto("schedules")
    .values({ user_id: schedule.userId, name: schedule.name, time_zone: schedule.timeZone })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds rules in their order. A weekly rule without days means nothing and is not kept. */
export async function insertRules(
  tx: Tx,
  scheduleId: number,
  { weekly = [], overrides = [] }: { weekly?: readonly WeeklyRule[]; overrides?: readonly DateOverride[] },
): Promise<void> {
  const rules = [...weekly.filter(({ days }) => days.length > 0), ...overrides];
  if (rules.length === 0) return;
  await tx
    .insertInto("schedule_rules")
    .values(
      rules.map((rule) => ({
        schedule_id: scheduleId,
        days: "days" in rule ? [...rule.days] : [],
        date: "date" in rule ? rule.date : null,
        start_minute: rule.startMinute,
        end_minute: rule.endMinute,
      })),
    )
    .execute();
}

export async function deleteRules(tx: Tx, scheduleId: number, kind: "weekly" | "overrides"): Promise<void> {
  await tx
    .deleteFrom("schedule_rules")
    .where("schedule_id", "=", scheduleId)
    .where("date", kind === "weekly" ? "is" : "is not", null)
    .execute();
}

/** Changes the given columns only. */
export async function updateColumns(
  tx: Tx,
  id: number,
  { name, timeZone }: { name?: string; timeZone?: string },
): Promise<void> {
  if (name === undefined && timeZone === undefined) return;
  await tx.updateTable("schedules").set({ name, time_zone: timeZone }).where("id", "=", id).execute();
}

/** Moves a schedule to another zone; its wall-clock times stay. */
export const moveSchedule = (tx: Tx, id: number, timeZone: string): Promise<void> =>
  updateColumns(tx, id, { timeZone });

export async function deleteScheduleRow(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("schedules").where("id", "=", id).execute();
}

/** Lets the changes of one person's schedules pass one by one, and tells which is the default. */
export async function lockDefaultOf(tx: Tx, userId: number): Promise<number | null> {
  const row = await tx
    .selectFrom("users")
    .select("default_schedule_id as id")
    .where("id", "=", userId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function findFirstScheduleId(tx: Tx, userId: number): Promise<number | null> {
  const row = await tx
    .selectFrom("schedules")
    .select("id")
    .where("user_id", "=", userId)
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The owner's event types that point to the schedule. Only their rows are read: their verbs lie above this domain. */
export async function listUsingEventTypes(tx: Tx, schedule: Schedule): Promise<UsingEventType[]> {
  return tx
    .selectFrom("event_types")
    .select(["id", "custom_name as customName"])
    .where("user_id", "=", schedule.ownerId)
    .where("schedule_id", "=", schedule.id)
    .orderBy("id")
    .execute();
}

export async function ownsSchedule(db: Db, userId: number, id: number): Promise<boolean> {
  const row = await db
    .selectFrom("schedules")
    .select("id")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row !== undefined;
}
