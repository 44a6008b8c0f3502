import { describe, expect, test } from "vitest";
import { renderBody } from "./body.js";
import type { Envelope } from "./envelope.js";
import { hasOnlyVariables } from "./template.js";

const envelope = (name = "Cid"): Envelope => ({
  triggerEvent: "BOOKING_CREATED",
  createdAt: "2026-11-22T07:02:10.266Z",
  payload: {
    type: "plain",
    title: `Plain between Wes Hook and ${name}`,
    startTime: "2026-11-30T10:00:00Z",
    length: 30,
    requiresConfirmation: false,
    destinationCalendar: null,
    organizer: { name: "Wes Hook" },
    attendees: [{ name, email: "cid@example.com" }],
    responses: { "my-field": { value: "x" } },
  },
});

const json = (template: object, name?: string): unknown => {
  const { body, contentType } = renderBody(envelope(name), JSON.stringify(template));
  expect(contentType).toBe("application/json");
  return JSON.parse(body);
};

const text = (template: string, name?: string): string => renderBody(envelope(name), template).body;

describe("a JSON template", () => {
  test("is filled, and sent without its white space", () => {
    const template = `{ "content": "new event", "type": "{{type}}", "name": "{{title}}",
      "organizer": "{{organizer.name}}", "booker": "{{attendees.0.name}}", "when": "{{startTime}}" }`;
    expect(renderBody(envelope(), template)).toEqual({
      body: '{"content":"new event","type":"plain","name":"Plain between Wes Hook and Cid","organizer":"Wes Hook","booker":"Cid","when":"2026-11-30T10:00:00Z"}',
      contentType: "application/json",
    });
  });

  test.each([
    ["a quote", 'C"id'],
    ["a line break", "C\nid\r\n\tx"],
    ["a backslash", "C\\id\\"],
    ["markup", "<b>C&id's</b>"],
    ["braces", "{{organizer.name}}"],
    ["an end of everything", '"}],"admin":true,"x":[{"y":"'],
    ["a replacement pattern", "$& $1 $'"],
    ["half an emoji", "C\ud83d"],
  ])("%s in a name stays inside its string", (_, name) => {
    expect(json({ booker: "{{attendees.0.name}}", n: 1 }, name)).toEqual({ booker: name, n: 1 });
  });

  test.each([
    ["{{title}}", "Plain between Wes Hook and Cid"],
    ["{{payload.title}}", "Plain between Wes Hook and Cid"],
    ["{{ payload.attendees.0.email }}", "cid@example.com"],
    ["{{attendees[0].email}}", "cid@example.com"],
    ["{{attendees.[0].email}}", "cid@example.com"],
    ["{{this.type}}", "plain"],
    ["{{{type}}}", "plain"],
    ["{{responses.my-field.value}}", "x"],
    ["{{triggerEvent}} at {{createdAt}}", "BOOKING_CREATED at 2026-11-22T07:02:10.266Z"],
    ["{{length}} {{requiresConfirmation}}", "30 false"],
    ["{{destinationCalendar}}", ""],
    ["{{unknown}}{{attendees.7.name}}{{title.length}}", ""],
    ["{{constructor}}{{__proto__}}{{attendees.length}}{{toString}}", "1"],
    ["{{organizer}}", '{"name":"Wes Hook"}'],
    ["no variable { at } all", "no variable { at } all"],
  ])("%s", (template, expected) => expect(json({ value: template })).toEqual({ value: expected }));

  test("variables in property names work too", () => {
    expect(json({ "{{type}}": [{ deep: "{{length}}" }] })).toEqual({ plain: [{ deep: "30" }] });
  });
});

describe("any other template", () => {
  test("is declared as a form and gets HTML entities, but quotes stay", () => {
    expect(renderBody(envelope(`<C"id'>`), "name={{attendees.0.name}}&type={{type}}")).toEqual({
      body: `name=&lt;C"id&#x27;&gt;&type=plain`,
      contentType: "application/x-www-form-urlencoded",
    });
  });

  test("three braces leave everything as it is", () => {
    expect(text("{{{attendees.0.name}}}", "<C&id>")).toBe("<C&id>");
  });

  test("an unquoted number makes no JSON template, and is sent as written", () => {
    expect(text('{ "n": {{length}} }')).toBe('{ "n": 30 }');
  });
});

describe("no template", () => {
  test.each([null, ""])("%o sends the envelope", (template) => {
    expect(renderBody(envelope(), template)).toEqual({
      body: JSON.stringify(envelope()),
      contentType: "application/json",
    });
  });
});

describe("hasOnlyVariables", () => {
  test.each(["", "{{title}}", "{{ a.0.b }} {{{c}}}", "{{a[0].b}}", '{"a":{"b":"{{c}}"}}', "{ {x} }", "{{größe}}"])(
    "%s",
    (template) => expect(hasOnlyVariables(template)).toBe(true),
  );

  test.each(["{{#each attendees}}x{{/each}}", "{{>part}}", "{{upper title}}", "{{a..b}}", "{{}}", "{{a[b]}}"])(
    "not %s",
    (template) => expect(hasOnlyVariables(template)).toBe(false),
  );
});
