"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type Choice, choicesOf } from "./choices";
import styles from "./search-box.module.css";
import { useSuggestions } from "./use-suggestions";

type Props = Pick<ComponentProps<"input">, "id" | "className" | "placeholder" | "aria-label"> & {
  defaultValue?: string;
  /** Query of the timeline without words, to which a name that is chosen is added. */
  kept?: string;
};

/**
 * The field for words in a form of the timeline. Suggests names and incidents while somebody types: a name becomes
 * a filter, an incident opens. Without a script, or without a choice, the form searches for the words.
 */
export function SearchBox({ kept = "", defaultValue = "", ...rest }: Props) {
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { text, found, ask, stop } = useSuggestions();
  const groups = found === null ? [] : choicesOf(found, kept);
  const choices = groups.flatMap(({ options }) => options);
  const isShown = isOpen && choices.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other suggestions begin without a choice
  useEffect(() => setActive(-1), [found]);

  function close() {
    stop();
    setIsOpen(false);
    setActive(-1);
  }

  function choose(choice: Choice) {
    close();
    if (input.current) input.current.value = choice.keepsWords ? input.current.value : "";
    router.push(choice.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const chosen = isShown ? choices[active] : undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isShown) {
        setIsOpen(true);
        return ask(input.current?.value ?? "");
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are choices: the words themselves.
      const places = choices.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "Enter") {
      close();
    } else if (event.key === "Escape" && isShown) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return (
    <span className={styles.frame}>
      <input
        {...rest}
        ref={input}
        type="search"
        name="q"
        defaultValue={defaultValue}
        autoComplete="off"
        maxLength={300}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        onChange={({ target }) => {
          setIsOpen(true);
          ask(target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label="Suggestions"
        hidden={!isShown}
      >
        {isShown &&
          groups.map(({ label, options }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, which fieldset is not
            <div key={label} role="group" aria-label={label}>
              <p className={styles.group} aria-hidden="true">
                {label}
              </p>
              {options.map((choice) => {
                const index = choices.indexOf(choice);
                return (
                  <Option
                    key={choice.href}
                    id={`${id}-${index}`}
                    choice={choice}
                    isActive={index === active}
                    onChoose={() => choose(choice)}
                  />
                );
              })}
            </div>
          ))}
      </div>
      <VisuallyHidden role="status">
        {isShown ? `${choices.length} suggestions for ${text}; arrow keys choose` : ""}
      </VisuallyHidden>
    </span>
  );
}

type OptionProps = { id: string; choice: Choice; isActive: boolean; onChoose: () => void };

function Option({ id, choice, isActive, onChoose }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      // The field keeps the focus, so that the list is still there when the button is let go.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.name}>{choice.name}</span>
      {choice.note !== "" && <span className={styles.note}>{choice.note}</span>}
    </div>
  );
}
