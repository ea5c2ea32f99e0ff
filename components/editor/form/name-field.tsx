"use client";

import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./name-field.module.css";
import type { NameOption } from "./name-options";

type Props<Option extends NameOption> = {
  id?: string;
  label?: ReactNode;
  /** Where no label is shown. */
  "aria-label"?: string;
  description?: ReactNode;
  placeholder?: string;
  /** The text in the field. */
  value: string;
  error?: string;
  onType: (typed: string) => void;
  onChoose: (option: Option) => void;
  search: (typed: string, signal: AbortSignal) => Promise<Option[]>;
  /** Offers to add what was typed, as the last choice. */
  addWords?: (typed: string) => string;
  onAdd?: (typed: string) => void;
  onFocus?: (event: FocusEvent) => void;
};

const addKey = "\u0000add";
const debounceMs = 120;

/** A text field with the names that resemble what is typed. What is typed counts until one is chosen. */
export function NameField<Option extends NameOption>(props: Props<Option>) {
  const { value, onType, onChoose, search, addWords, onAdd, onFocus, ...input } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { options, isLoading, ask } = useOptions(search);
  const typed = value.trim();

  function submit(key: string) {
    combobox.closeDropdown();
    if (key === addKey) {
      onAdd?.(typed);
      return;
    }
    const option = options.find((one) => one.key === key);
    if (option) onChoose(option);
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...input}
          value={value}
          autoComplete="off"
          spellCheck={false}
          rightSection={isLoading ? <Loader size={14} /> : null}
          onChange={(event) => {
            onType(event.currentTarget.value);
            ask(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={onFocus}
          onClick={() => typed !== "" && ask(value)}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === "" || (options.length === 0 && !addWords)}>
        <Combobox.Options className={styles.options}>
          {options.map((option) => (
            <Combobox.Option key={option.key} value={option.key}>
              <span className={styles.name}>{option.name}</span>
              <span className={styles.note}>{option.note}</span>
            </Combobox.Option>
          ))}
          {addWords && typed !== "" && (
            <Combobox.Option value={addKey} className={styles.add}>
              {addWords(typed)}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The options for what was asked last; an answer that was overtaken is dropped. */
function useOptions<Option>(search: (typed: string, signal: AbortSignal) => Promise<Option[]>) {
  const [options, setOptions] = useState<Option[]>([]);
  const [isLoading, setLoading] = useState(false);
  const running = useRef<AbortController>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      running.current?.abort();
    },
    [],
  );

  function ask(typed: string) {
    clearTimeout(timer.current);
    running.current?.abort();
    if (typed.trim() === "") {
      setOptions([]);
      setLoading(false);
      return;
    }
    const asked = new AbortController();
    running.current = asked;
    timer.current = setTimeout(async () => {
      setLoading(true);
      try {
        const found = await search(typed.trim(), asked.signal);
        if (!asked.signal.aborted) setOptions(found);
      } catch {
        // Offline or overtaken: the field works without suggestions.
        if (!asked.signal.aborted) setOptions([]);
      }
      if (!asked.signal.aborted) setLoading(false);
    }, debounceMs);
  }

  return { options, isLoading, ask };
}
