import { SectionHead } from "@/components/site/section-head";
import { inFormat } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { CountedView, ReadyViewsView } from "@/lib/views/ready-views";

/** Links to lists, with what each shows and its current count. */
export const ReadyViews = ({ view: { groups, url } }: { view: ReadyViewsView }) => (
  <>
    <div className="ready-views">
      {groups.map(({ title, views }) => {
        const id = title.toLowerCase().replaceAll(" ", "-");
        return (
          <section key={title} className="section" aria-labelledby={id}>
            <SectionHead id={id} title={title} />
            <ul>
              {views.map((view) => (
                <li key={view.url}>
                  <a href={view.url}>{view.title}</a>
                  <span className="ready-count">{counted(view)}</span>
                  <p>{view.words}</p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
    <p className="section small muted">
      <a href={inFormat(url, "json")}>JSON of this page</a>
    </p>
  </>
);

const counted = ({ count, of }: CountedView) => (count === null ? null : describeCount(count, of));
