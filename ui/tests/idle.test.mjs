import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./sources.mjs";

const { Idle, REPORT_EVERY } = await load("src/desk/locked/idle.ts");
const MINUTE = 60_000;

/** A desk with a clock of its own, and what it was told. */
function desk(minutes) {
  const world = { at: 0, reports: 0, locks: 0 };
  const idle = new Idle({ now: () => world.at, active: () => world.reports++, lock: () => world.locks++ });
  idle.after(minutes);
  return { world, idle };
}

test("it locks once the time without use is over, and not before", () => {
  const { world, idle } = desk(15);
  world.at = 15 * MINUTE - 1;
  idle.tick();
  assert.equal(world.locks, 0);
  world.at = 15 * MINUTE;
  idle.tick();
  assert.equal(world.locks, 1);
});

test("use begins the time anew", () => {
  const { world, idle } = desk(2);
  world.at = 2 * MINUTE - 1;
  idle.used();
  world.at = 3 * MINUTE;
  idle.tick();
  assert.equal(world.locks, 0);
  world.at = 4 * MINUTE;
  idle.tick();
  assert.equal(world.locks, 1);
});

test("the first key after a long sleep locks instead of counting as use", () => {
  const { world, idle } = desk(15);
  world.at = 8 * 60 * MINUTE;
  idle.used();
  assert.deepEqual([world.locks, world.reports], [1, 0]);
});

test("use is reported at once, and then at most every half minute", () => {
  const { world, idle } = desk(15);
  for (world.at = 0; world.at < 2 * REPORT_EVERY; world.at += 1000) idle.used();
  assert.equal(world.reports, 2);
});

test("another time counts from when it was set, and confirmed access begins anew", () => {
  const { world, idle } = desk(15);
  world.at = 14 * MINUTE;
  idle.after(5);
  world.at = 18 * MINUTE;
  idle.tick();
  assert.equal(world.locks, 0);
  world.at = 19 * MINUTE;
  idle.tick();
  assert.equal(world.locks, 1);
  idle.begin();
  world.at = 20 * MINUTE;
  idle.tick();
  assert.equal(world.locks, 1);
});
