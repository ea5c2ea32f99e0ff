"use client";

import { TextInput } from "@mantine/core";
import { useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { readTypedDate } from "@/lib/dates/typed";
import { describeZone } from "@/lib/dates/words";
import { isTimeZone, listTimeZones } from "@/lib/dates/zones";
import { boundsWords, whenWords } from "@/lib/incidents/when-words";
import { partId, useIncidentForm } from "./form-context";
import { SourcedField } from "./sourced-field";
import styles from "./sourced-field.module.css";

/** When: typed as people write it, with what was understood under it; and the zone that its clock is of. */
export function WhenField() {
  const { id, form, errors, edit, referenceDay } = useIncidentForm();
  const zone = isTimeZone(form.timeZone) ? form.timeZone : "UTC";
  const read = useMemo(
    () => readTypedDate(form.occurred, { timeZone: zone, referenceDay }),
    [form.occurred, zone, referenceDay],
  );
  const isEmpty = form.occurred.trim() === "";
  return (
    <>
      <SourcedField field="occurred">
        <TextInput
          id={partId(id, "occurred")}
          value={form.occurred}
          placeholder="5 July 2021 afternoon"
          autoComplete="off"
          aria-describedby={partId(id, "occurred-reading")}
          // What cannot be read is told under the field as it is typed.
          error={isEmpty || read.ok ? errors.occurred : errors.occurred !== undefined}
          onChange={(event) => edit({ occurred: event.currentTarget.value })}
        />
        {!isEmpty && <Reading id={partId(id, "occurred-reading")} read={read} timeZone={zone} />}
      </SourcedField>
      <ZoneField />
    </>
  );
}

type ReadingProps = { id: string; read: ReturnType<typeof readTypedDate>; timeZone: string };

function Reading({ id, read, timeZone }: ReadingProps) {
  if (!read.ok) {
    return (
      <p id={id} className={classNames(styles.reading, styles.unread)} aria-live="polite">
        {read.message}
      </p>
    );
  }
  const dated = {
    occurred: read.edtf,
    earliest: read.earliest.toISOString(),
    latest: read.latest.toISOString(),
    timeZone,
  };
  const words = whenWords(dated);
  const bounds = boundsWords(dated);
  return (
    <p id={id} className={styles.reading} aria-live="polite">
      {words.local}
      {words.zone && `, ${words.zone}`}
      <br />
      <span className={styles.detail}>
        <span className={styles.code}>{read.edtf}</span> · {words.precision}
        <br />
        {timeZone !== "UTC" && `${bounds.local} (${describeZone(timeZone)}) · `}
        {bounds.utc}
      </span>
    </p>
  );
}

function ZoneField() {
  const { id, form, errors, edit } = useIncidentForm();
  const zones = useMemo(listTimeZones, []);
  const element = partId(id, "timeZone");
  return (
    <div className={styles.scope}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={element}>
          Time zone
        </label>
      </div>
      <TextInput
        id={element}
        value={form.timeZone}
        list={`${element}-list`}
        placeholder="Asia/Baghdad"
        autoComplete="off"
        spellCheck={false}
        error={errors.timeZone}
        onChange={(event) => edit({ timeZone: event.currentTarget.value.trim() })}
      />
      <datalist id={`${element}-list`}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}
