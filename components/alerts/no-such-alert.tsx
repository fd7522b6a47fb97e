type NoSuchAlertProps = { title: string; sentences: readonly string[] };

/** In place of the page of an alert, for a link that leads to none. */
export const NoSuchAlert = ({ title, sentences }: NoSuchAlertProps) => (
  <>
    <h1>{title}</h1>
    {sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </>
);
