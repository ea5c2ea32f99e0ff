"use client";

import { Button } from "./button";
import { Prose } from "./prose";
import { ReadingHeader, ReadingPage } from "./reading";

/** What is shown when a page failed: that it is our fault, how to go on, and the reference for our log. */
export function ErrorPage({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  return (
    <ReadingPage narrow>
      <ReadingHeader kind="Error" title="Something went wrong on our side" />
      <Prose>
        <p>The page could not be made. Nothing that you saved is lost. Try again in a moment.</p>
        <p>
          <Button onClick={retry}>Try again</Button>
        </p>
        {reference && (
          <p>
            If it goes on, tell whoever runs this site the reference <code>{reference}</code>.
          </p>
        )}
      </Prose>
    </ReadingPage>
  );
}
