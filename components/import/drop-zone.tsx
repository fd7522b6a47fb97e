"use client";

import { useEffect, useRef, useState } from "react";

type DropZoneProps = {
  action: string;
  /** In bytes. */
  largest: number;
};

type Sent = { url: string } | { message: string };

/** Upload form for one file. With JavaScript a file can be dropped on it, is sent at once, and its progress is shown. */
export const DropZone = ({ action, largest }: DropZoneProps) => {
  const zone = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null);

  const send = async (file: File) => {
    if (file.size > largest) {
      setSaid({
        text: `${file.name} is too large (${megabytes(file.size)}). The limit is ${megabytes(largest)}.`,
        isProblem: true,
      });
      return;
    }
    setIsBusy(true);
    const sent = await sendFile(action, file, (text) => setSaid({ text, isProblem: false }));
    if ("url" in sent) {
      window.location.assign(sent.url);
      return;
    }
    setIsBusy(false);
    setSaid({ text: sent.message, isProblem: true });
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });

  useEffect(() => {
    const element = zone.current;
    if (!element) return;
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDrag = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(event.type !== "dragleave");
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      setIsOver(false);
      if (!file) return;
      event.preventDefault();
      void latest.current(file);
    };
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      const file = field.current?.files?.[0];
      if (file) void latest.current(file);
    };
    for (const type of ["dragenter", "dragover", "dragleave"] as const) element.addEventListener(type, onDrag);
    element.addEventListener("drop", onDrop);
    element.addEventListener("submit", onSubmit);
    return () => {
      for (const type of ["dragenter", "dragover", "dragleave"] as const) element.removeEventListener(type, onDrag);
      element.removeEventListener("drop", onDrop);
      element.removeEventListener("submit", onSubmit);
    };
  }, []);

  return (
    <form
      ref={zone}
      className={isOver ? "drop-zone is-over" : "drop-zone"}
      action={action}
      method="post"
      encType="multipart/form-data"
      aria-busy={isBusy}
    >
      <label htmlFor="paper-file">
        <b>Choose a file</b>
        <span className="needs-script"> or drop it here</span>
      </label>
      <input
        ref={field}
        id="paper-file"
        type="file"
        name="file"
        required
        accept=".pdf,.png,.jpg,.jpeg,.htm,.html,.txt,.md,.tsv"
      />
      <button type="submit" className="button is-primary" disabled={isBusy}>
        Upload
      </button>
      <p className={said?.isProblem ? "drop-said is-problem" : "drop-said"} role="status" aria-live="polite">
        {said?.isProblem && <b>Not read. </b>}
        {said?.text}
      </p>
    </form>
  );
};

const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString("en-US", { maximumFractionDigits: 1 })} MB`;

const READING = "Reading the file. A scan takes about 20 seconds a page.";

/** Uses XMLHttpRequest because `fetch` does not report upload progress. */
function sendFile(action: string, file: File, onProgress: (text: string) => void): Promise<Sent> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    let told = -1;
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      // Only at every tenth, because screen readers announce each step.
      const tenth = total === 0 ? 10 : Math.floor((10 * loaded) / total);
      if (tenth === told) return;
      told = tenth;
      onProgress(tenth < 10 ? `Uploading ${file.name}: ${tenth * 10} %` : READING);
    });
    request.upload.addEventListener("load", () => onProgress(READING));
    request.addEventListener("load", () => settle(answerOf(request)));
    for (const type of ["error", "abort", "timeout"] as const)
      request.addEventListener(type, () =>
        settle({ message: "The connection was lost before the file was read. Try again." }),
      );
    request.open("POST", action);
    request.setRequestHeader("accept", "application/json");
    const form = new FormData();
    form.set("file", file);
    request.send(form);
  });
}

function answerOf({ responseText, status }: XMLHttpRequest): Sent {
  try {
    const said: unknown = JSON.parse(responseText);
    if (typeof said === "object" && said !== null) {
      if ("url" in said && typeof said.url === "string") return { url: said.url };
      if ("message" in said && typeof said.message === "string") return { message: said.message };
    }
  } catch {
    // Not JSON: possibly the error page of a proxy.
  }
  return { message: `The server answered ${status}. Try again.` };
}
