/**
 * Fills `{from}` and `{to}` of an address such as `/insiders/1?traded-from={from}&traded-to={to}`. A parameter without a
 * date is left out; the others keep their order.
 */
export function hrefWithDates(template: string, dates: { from: string | null; to: string | null }): string {
  const [path = "", query = ""] = template.split("?");
  const parameters = query
    .split("&")
    .map((parameter) => {
      if (parameter.endsWith("={from}")) return dates.from && parameter.replace("{from}", dates.from);
      if (parameter.endsWith("={to}")) return dates.to && parameter.replace("{to}", dates.to);
      return parameter;
    })
    .filter(Boolean);
  return parameters.length > 0 ? `${path}?${parameters.join("&")}` : path;
}
