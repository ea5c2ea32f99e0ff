/** Event types are the ACLED sub-event types as slugs, grouped as the ACLED codebook groups them. */

export const eventGroups = [
  "battles",
  "explosions-remote-violence",
  "violence-against-civilians",
  "protests",
  "riots",
  "strategic-developments",
] as const;
export type EventGroup = (typeof eventGroups)[number];

export const eventGroupLabels: Record<EventGroup, string> = {
  battles: "Battles",
  "explosions-remote-violence": "Explosions and remote violence",
  "violence-against-civilians": "Violence against civilians",
  protests: "Protests",
  riots: "Riots",
  "strategic-developments": "Strategic developments",
};

const table = {
  "armed-clash": ["battles", "Armed clash"],
  "government-regains-territory": ["battles", "Government regains territory"],
  "non-state-actor-overtakes-territory": ["battles", "Non-state actor overtakes territory"],
  "chemical-weapon": ["explosions-remote-violence", "Chemical weapon"],
  "air-drone-strike": ["explosions-remote-violence", "Air or drone strike"],
  "suicide-bomb": ["explosions-remote-violence", "Suicide bomb"],
  "shelling-artillery-missile-attack": [
    "explosions-remote-violence",
    "Shelling, artillery or missile attack",
  ],
  "remote-explosive-landmine-ied": ["explosions-remote-violence", "Remote explosive, landmine or IED"],
  grenade: ["explosions-remote-violence", "Grenade"],
  "sexual-violence": ["violence-against-civilians", "Sexual violence"],
  attack: ["violence-against-civilians", "Attack"],
  "abduction-forced-disappearance": ["violence-against-civilians", "Abduction or forced disappearance"],
  "peaceful-protest": ["protests", "Peaceful protest"],
  "protest-with-intervention": ["protests", "Protest with intervention"],
  "excessive-force-against-protesters": ["protests", "Excessive force against protesters"],
  "violent-demonstration": ["riots", "Violent demonstration"],
  "mob-violence": ["riots", "Mob violence"],
  agreement: ["strategic-developments", "Agreement"],
  arrests: ["strategic-developments", "Arrests"],
  "change-to-group-activity": ["strategic-developments", "Change to group or activity"],
  "disrupted-weapons-use": ["strategic-developments", "Disrupted weapons use"],
  "headquarters-or-base-established": ["strategic-developments", "Headquarters or base established"],
  "looting-property-destruction": ["strategic-developments", "Looting or property destruction"],
  "non-violent-transfer-of-territory": ["strategic-developments", "Non-violent transfer of territory"],
  other: ["strategic-developments", "Other"],
} as const satisfies Record<string, readonly [EventGroup, string]>;

export type EventType = keyof typeof table;

export const eventTypes = Object.keys(table) as [EventType, ...EventType[]];

/** The ACLED group of an event type. */
export const eventGroupOf = (type: EventType): EventGroup => table[type][0];

/** English label of an event type. */
export const eventTypeLabel = (type: EventType): string => table[type][1];

/** All event types of a group, in codebook order. */
export const eventTypesOf = (group: EventGroup): EventType[] =>
  eventTypes.filter((type) => eventGroupOf(type) === group);
