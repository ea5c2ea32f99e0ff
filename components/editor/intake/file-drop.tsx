"use client";

import { type DragEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import styles from "./import-form.module.css";

const sizeWords = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A file field that files can also be dropped on. */
export function FileDrop({
  file,
  error,
  onChoose,
}: {
  file: File | null;
  error: ReactNode;
  onChoose: (file: File | null) => void;
}) {
  const id = useId();
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onChoose(dropped);
  }

  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        File
      </label>
      <fieldset
        className={classNames(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          // A new element for each choice, so that the same file can be chosen again after it was removed.
          key={file ? `${file.name} ${file.lastModified}` : ""}
          id={id}
          type="file"
          className={styles.file}
          accept=".txt,.html,.htm,.xhtml,text/plain,text/html"
          aria-describedby={`${id}-note`}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? file)}
        />
        <p id={`${id}-note`} className={styles.note}>
          {file
            ? `${file.name}, ${sizeWords(file.size)}`
            : "Choose or drop an HTML or text file, up to 5 MB."}
        </p>
        {file && (
          <Button size="small" onClick={() => onChoose(null)}>
            Remove file
          </Button>
        )}
      </fieldset>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
