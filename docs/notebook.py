"""Five questions asked of the published file, with plots.  Open it with `marimo edit docs/notebook.py`.

It reads `data/demo/inspectorate.duckdb` unless INSPECTORATE_FILE names another; run as a program it prints the answers.
"""

import marimo

app = marimo.App(width="medium", app_title="Probation inspections: five questions")


@app.cell
def _():
    import os

    import altair
    import duckdb
    import marimo as mo

    file = os.environ.get("INSPECTORATE_FILE", "data/demo/inspectorate.duckdb")
    con = duckdb.connect(file, read_only=True)

    def ask(sql):
        """The answer as an Arrow table, which marimo shows and Altair draws."""
        return con.execute(sql).to_arrow_table()

    mo.md(f"# Five questions\n\nAsked of `{file}`; rows lead back to their words through the view `evidence`.")
    return altair, ask, mo


@app.cell
def _(ask, mo):
    inadequate = ask("select organisation, published_on, speaker, words from inadequate_services")
    mo.vstack([mo.md("## 1. Which services were rated Inadequate, and what was said of each?"), inadequate])
    return (inadequate,)


@app.cell
def _(altair, ask, mo):
    by_year = ask("select year, rating, rating_rank, services from ratings_by_year where standard = 'overall'")
    ratings_plot = (
        altair.Chart(by_year)
        .mark_bar()
        .encode(x="year:O", y="services:Q", color=altair.Color("rating:N", sort=altair.SortField("rating_rank")))
    )
    mo.vstack([mo.md("## 2. How are services rated, year by year?"), ratings_plot])
    return by_year, ratings_plot


@app.cell
def _(altair, ask, mo):
    caseloads = ask("select published_on, organisation, name, value::double as value, text from caseload_over_time")
    caseload_plot = (
        altair.Chart(caseloads)
        .mark_point(filled=True)
        .encode(x="published_on:T", y="value:Q", color="name:N", tooltip=["organisation", "text"])
    )
    mo.vstack([mo.md("## 3. How many people do services supervise, and each officer?"), caseload_plot])
    return caseload_plot, caseloads


@app.cell
def _(altair, ask, mo):
    speakers = ask(
        "select speaker, count(*) as quotations from quotations where speaker_type = 'person' "
        "group by all order by quotations desc, speaker limit 15"
    )
    speaker_plot = altair.Chart(speakers).mark_bar().encode(y=altair.Y("speaker:N", sort="-x"), x="quotations:Q")
    mo.vstack([mo.md("## 4. Who is quoted most?"), speaker_plot])
    return speaker_plot, speakers


@app.cell
def _(altair, ask, mo):
    months = ask("select month, releases from coverage")
    coverage_plot = altair.Chart(months).mark_bar().encode(x="month:T", y="releases:Q")
    mo.vstack([mo.md("## 5. How complete is it? Releases by month."), coverage_plot])
    return coverage_plot, months


@app.cell
def _(by_year, caseloads, inadequate, months, speakers):
    answers = {
        "rated Inadequate": inadequate.num_rows,
        "years and ratings": by_year.num_rows,
        "caseload figures": caseloads.num_rows,
        "speakers": speakers.num_rows,
        "months": months.num_rows,
    }
    print("\n".join(f"{name}: {rows} rows" for name, rows in answers.items()))
    return


if __name__ == "__main__":
    app.run()
