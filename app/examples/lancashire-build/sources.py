"""The sources of the plan's figures; one code each, cited by every row."""

OGL = "Open Government Licence v3.0"
SECOND = "second-hand transcription (github.com/tompickup23/burnleycouncil)"

SOURCES = [
    ("ro-detail-2024-25", "Revenue outturn 2024-25, forms RSX, RO2, RO4, RO5, "
     "RO6", "Ministry of Housing, Communities and Local Government",
     "2025", OGL, "medium-high", "File lancashire_ro_detail_2024-25.csv. "
     "Education and social care detail (RO1, RO3) is absent."),
    ("ro-summary", "Revenue outturn summary 2021-22 to 2024-25",
     "Ministry of Housing, Communities and Local Government", "2025", OGL,
     "high for reserves and service expenditure",
     "File lancashire_ro_summary_2021-25.csv."),
    ("lcc-2026-27", "Lancashire County Council budget 2026/27 and outlook",
     "Lancashire County Council, Full Council 26 February 2026", "2026",
     "not stated; " + SECOND, "medium", "File lancashire_2026-27.csv."),
    ("lcc-2026-27-detail", "Lancashire County Council budget 2026/27: "
     "precepts, pressures, savings, consolidated grants",
     "Lancashire County Council, Full Council 26 February 2026", "2026",
     "not stated; " + SECOND, "medium; demand detail is 0.105m short of its "
     "total", "File lancashire_2026-27_detail.csv."),
    ("band-d", "Band D council tax by authority",
     "Ministry of Housing, Communities and Local Government", "2025", OGL,
     "high", "File lancashire_band_d_1993-2026.csv; last year 2025/26."),
    ("burnley", "Burnley Borough Council budget books 2021-22 to 2025-26",
     "Burnley Borough Council", "2025", "not stated; " + SECOND,
     "medium-high", "File burnley_2020-26.csv."),
    ("burnley-capital", "Burnley Borough Council capital programmes",
     "Burnley Borough Council", "2025", "not stated; " + SECOND,
     "medium-high", "File burnley_capital.csv, book 2025/26."),
    ("mye", "Mid-year population estimates by local authority",
     "Office for National Statistics", "2025", OGL, "medium",
     "File la_population_mye_2010_2024.csv; estimates, not projections."),
    ("gmca", "Unit cost database v1.4", "Greater Manchester Combined "
     "Authority / New Economy", "March 2015",
     "CC BY 4.0 (attribution: GMCA / New Economy)", "old values, uprated",
     "File gmca_unit_cost_database_v1.4.csv."),
    ("whole-place", "Whole-place Community Budget pilots: headline costs and "
     "savings", "National Audit Office, Local Government Association, UK "
     "Parliament", "2013", OGL, "high as headlines",
     "File whole_place_pilots.csv; Whole Essex's cashable share of 30.4% and "
     "West Cheshire's 525 families are used."),
    ("optimism-bias", "Optimism bias: upper bounds by type of project",
     "HM Treasury Supplementary Green Book guidance", "2002", OGL, "high",
     "File green_book_optimism_bias.csv."),
    ("deflator", "GDP deflator, calendar years", "HM Treasury",
     "December 2025", OGL, "high; no forecasts",
     "File gdp_deflator_calendar_2024base.csv."),
    ("green-book", "Social time preference rate", "HM Treasury Green Book",
     "2022", OGL, "high", "File green_book_stpr.csv."),
    ("placewright", "The example plan's own assumption", "Placewright",
     "2026", "as the program", "assumption, not evidence",
     "Every row says what was assumed and on what basis."),
]


def build(tables):
    """Write the sources table."""
    for row in SOURCES:
        tables.add("sources", **dict(zip(
            ("code", "name", "publisher", "published", "licence", "trust",
             "notes"), row)))
