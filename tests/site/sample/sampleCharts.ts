/** One figure of every kind of chart and shape of data: drawn for golden files and for the tests of geometry. */
export const sampleCharts: readonly {
  name: string;
  chart: string;
  show: readonly string[];
  options?: Record<string, unknown>;
}[] = [
  {name: "bars-one-population", chart: "bars", show: ["share prison by main-drug"], options: {sort: "value"}},
  {name: "bars-two-populations", chart: "bars", show: ["share prison, community by treatment-required"]},
  {
    name: "bars-two-questions",
    chart: "bars",
    show: ["share prison pdu=yes within sex", "share prison main-drug=heroin within sex"],
  },
  {name: "dots-two-populations", chart: "dots", show: ["share prison, community by main-drug"]},
  {name: "dots-not-applicable", chart: "dots", show: ["share prison, community by treatment-required"]},
  {
    name: "dots-two-editions",
    chart: "dots",
    show: ["share prison, community by age-group", "share prison, community by age-group in previous"],
  },
  {name: "stacked-bar-sex", chart: "stacked-bar", show: ["share prison, community by sex"]},
  {name: "stacked-bar-withheld", chart: "stacked-bar", show: ["share prison, community by age-group"]},
  {name: "stacked-bar-within", chart: "stacked-bar", show: ["share prison by pdu within sex"]},
  {
    name: "stacked-bar-ordered",
    chart: "stacked-bar",
    show: ["share community by age-group within pdu"],
    options: {colours: "ordered"},
  },
  {name: "pyramid-two-populations", chart: "pyramid", show: ["share prison, community by age-group within sex"]},
  {name: "pyramid-one-population", chart: "pyramid", show: ["share prison by age-group within sex"]},
  {
    name: "ranked-dots-withheld",
    chart: "ranked-dots",
    show: ["share prison by prison-of-contact"],
    options: {sort: "value"},
  },
  {
    name: "ranked-dots-intervals",
    chart: "ranked-dots",
    show: ["share community sex=male within area-of-contact", "share community sex=male"],
    options: {sort: "value", zero: false},
  },
  {
    name: "ranked-dots-target",
    chart: "ranked-dots",
    show: [
      "share community sex=male within area-of-contact",
      "share community sex=male",
      "value prevalence.target area=kent",
    ],
  },
  {name: "ranked-dots-means", chart: "ranked-dots", show: ["mean age prison by prison-of-contact", "mean age prison"]},
  {
    name: "funnel-areas",
    chart: "funnel",
    show: ["share community pdu=yes within area-of-contact", "share community pdu=yes"],
  },
  {name: "heat-map-totals", chart: "heat-map", show: ["count prison by prison-of-contact, residence with totals"]},
  {name: "heat-map-without-totals", chart: "heat-map", show: ["count prison by prison-of-contact, residence"]},
  {name: "heat-map-small", chart: "heat-map", show: ["count prison by age-group, sex with totals"]},
  {name: "hex-map-one-population", chart: "hex-map", show: ["share community by area-of-contact"]},
  {name: "hex-map-two-populations", chart: "hex-map", show: ["count prison, community by residence"]},
  {name: "hex-map-rates", chart: "hex-map", show: ["value prevalence.rate by area"]},
  {name: "ranked-dots-rates", chart: "ranked-dots", show: ["value prevalence.rate by area"]},
  {name: "line-two-series", chart: "line", show: ["share prison, community by age-group"]},
  {
    name: "line-milestones",
    chart: "line",
    show: ["value trend.clients by year"],
    options: {milestones: [{at: "2005", text: "The programme reached every area"}]},
  },
  {
    name: "line-panels",
    chart: "line",
    show: ["share community by age-group within area-of-contact"],
    options: {panels: "area-of-contact"},
  },
  {
    name: "line-panels-two-series",
    chart: "line",
    show: ["share prison, community by age-group within sex"],
    options: {panels: "sex"},
  },
  {
    name: "line-quarters",
    chart: "line",
    show: ["value referrals.received by quarter"],
    options: {
      milestones: [
        {at: "2011-06", text: "A second team began"},
        {at: "q1-2013-14", letter: "D", text: "Forms were counted anew"},
      ],
    },
  },
  {
    name: "line-target",
    chart: "line",
    show: ["share prison main-drug=heroin within quarter", "value prevalence.target area=kent"],
  },
  {name: "control-xmr", chart: "control", show: ["value referrals.received by quarter"]},
  {name: "control-p", chart: "control", show: ["share prison main-drug=heroin within quarter"]},
  {name: "bars-below-nought", chart: "bars", show: ["value prevalence.change by area"]},
  {name: "dots-below-nought", chart: "dots", show: ["value prevalence.change by area"]},
  {name: "ranked-dots-below-nought", chart: "ranked-dots", show: ["value prevalence.change by area"]},
  {name: "line-below-nought", chart: "line", show: ["value trend.change by year"]},
  {name: "control-below-nought", chart: "control", show: ["value referrals.change by quarter"]},
  {
    name: "funnel-rates",
    chart: "funnel",
    show: [
      "crude-rate injuries.treated per residents by area",
      "crude-rate injuries.treated per residents area=region",
    ],
  },
  {
    name: "concentration-groups",
    chart: "concentration",
    show: ["value offending.offenders by group", "value offending.offences by group"],
  },
  {
    name: "steps-pathway",
    chart: "steps",
    show: [
      "count prison",
      "count prison pdu=yes",
      "count prison pdu=yes main-drug=heroin",
      "count prison pdu=yes main-drug=heroin sex=male",
    ],
  },
  {
    name: "steps-withheld",
    chart: "steps",
    show: [
      "count prison",
      "count prison main-drug=crack",
      "count prison main-drug=crack residence=isle-of-wight",
      "count prison main-drug=crack residence=isle-of-wight sex=female",
    ],
  },
  {
    name: "change-editions",
    chart: "change",
    show: [
      "share community pdu=yes within area-of-contact",
      "share community pdu=yes within area-of-contact in previous",
    ],
  },
  {
    name: "change-withheld",
    chart: "change",
    show: ["share prison by main-drug", "share prison by main-drug in previous"],
  },
  {
    name: "bars-panels",
    chart: "bars",
    show: ["share prison by main-drug within age-group"],
    options: {panels: "age-group"},
  },
];
