/// The style sheet of the html report: A4 with the margins of Nghị định 30/2020/NĐ-CP, page numbers from page 2 on.
enum HTMLReportStyle {
  static let text: StaticString = """
    @page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif; } }
    @page :first { @top-center { content: none; } }
    * { box-sizing: border-box; }
    body { font-family: "Times New Roman", "Liberation Serif", Tinos, serif; font-size: 13pt; line-height: 1.35; color: #111; background: #fff; margin: 0; overflow-wrap: break-word; }
    main { max-width: 190mm; margin: 0 auto; padding: 6mm 4mm; }
    h1 { font-size: 16pt; line-height: 1.25; margin: 0 0 2mm; }
    h2 { font-size: 13.5pt; margin: 7mm 0 2mm; break-after: avoid; }
    p { margin: 0 0 2mm; }
    .narrative { text-align: justify; text-indent: 10mm; }
    .wide { overflow-x: auto; }
    .wide:focus-visible { outline: 2px solid #24528f; }
    table { border-collapse: collapse; width: 100%; font-size: 12pt; font-variant-numeric: tabular-nums; }
    th, td { border: 0.75pt solid #777; padding: 1mm 2mm; vertical-align: top; }
    th { background: #f0f0f0; font-weight: bold; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .left { text-align: left; }
    .name { min-width: 11em; }
    td.code { white-space: nowrap; }
    .right { text-align: right; }
    figure { margin: 3mm 0; break-inside: avoid; }
    svg { display: block; width: 100%; height: auto; max-width: 120mm; }
    svg text { font-family: inherit; font-size: 12px; fill: #111; }
    .bar, .mark0 { fill: #24528f; }
    .mark1 { fill: #fff; stroke: #8a3d00; stroke-width: 2px; }
    .line0 { fill: none; stroke: #24528f; stroke-width: 2px; }
    .line1 { fill: none; stroke: #8a3d00; stroke-width: 2px; stroke-dasharray: 5 3; }
    .axis { stroke: #999; stroke-width: 1px; }
    .middle { text-anchor: middle; }
    .end { text-anchor: end; }
    .closing { border-left: 1mm solid #24528f; padding-left: 3mm; }
    .open { font-style: italic; }
    .about { font-size: 12pt; }
    .note { border-left: 1mm solid #a00000; padding-left: 3mm; }
    .draft { text-align: center; font-weight: bold; color: #a00000; }
    .watermark { position: fixed; inset: 0; overflow: hidden; display: flex; align-items: center; justify-content: center; pointer-events: none; }
    .watermark span { font-size: clamp(15pt, 5vw, 28pt); font-weight: bold; white-space: nowrap; color: rgba(160, 0, 0, 0.13); transform: rotate(-32deg); }
    dt { font-weight: bold; margin-top: 1.5mm; break-after: avoid; }
    dd { margin: 0 0 0 6mm; }
    @media screen and (max-width: 600px) {
      body { font-size: 12pt; }
      table { font-size: 11pt; }
      th, td { padding: 1mm 1.4mm; }
      .narrative { text-align: left; }
    }
    @media print {
      main { max-width: none; padding: 0; }
      .wide { overflow: visible; }
      table { font-size: 11pt; }
      .name { min-width: 8em; }
      dl { font-size: 11pt; }
      th, .bar, .mark0 { print-color-adjust: exact; }
    }

    """
}
