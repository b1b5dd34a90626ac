/// The page of the html report.
enum HTMLReportTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}} – {{unit}}</title>
    <style>
    @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
    * { box-sizing: border-box; }
    body { font-family: "Times New Roman", "Liberation Serif", Tinos, serif; font-size: 13pt; line-height: 1.35; color: #111; background: #fff; margin: 0; }
    main { max-width: 190mm; margin: 0 auto; padding: 6mm 4mm; }
    h1 { font-size: 16pt; margin: 0 0 2mm; }
    h2 { font-size: 13.5pt; margin: 7mm 0 2mm; break-after: avoid; }
    p { margin: 0 0 2mm; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 12pt; font-variant-numeric: tabular-nums; }
    th, td { border: 0.75pt solid #777; padding: 1mm 2mm; vertical-align: top; }
    th { background: #f0f0f0; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .left { text-align: left; }
    .right { text-align: right; white-space: nowrap; }
    figure { margin: 3mm 0; break-inside: avoid; }
    svg { width: 100%; height: auto; max-width: 165mm; }
    svg text { font-family: inherit; font-size: 15px; fill: #111; }
    svg rect { fill: #24528f; }
    .warning { border-left: 1mm solid #a00000; padding-left: 3mm; }
    .draft { text-align: center; font-weight: bold; color: #a00000; }
    .watermark { position: fixed; top: 42%; left: 0; right: 0; text-align: center; font-size: 30pt; font-weight: bold; color: rgba(160, 0, 0, 0.13); transform: rotate(-32deg); pointer-events: none; }
    dt { font-weight: bold; margin-top: 1.5mm; }
    dd { margin: 0 0 0 6mm; }
    @media print { main { max-width: none; padding: 0; } .wide { overflow: visible; } }
    </style>
    </head>
    <body>
    {{#watermark}}<div class="watermark" aria-hidden="true">{{watermark}}</div>{{/watermark}}
    <main>
    {{#watermark}}<p class="draft">{{watermark}}</p>{{/watermark}}
    <h1>{{title}}</h1>
    <p><strong>{{unit}}</strong></p>
    <p>{{basis}}</p>
    {{#warnings}}<p class="warning">{{.}}</p>
    {{/warnings}}
    <h2>Chỉ tiêu</h2>
    <div class="wide"><table>
    <thead><tr><th scope="col" class="left">Mã</th><th scope="col" class="left">Chỉ tiêu</th><th scope="col" class="right">Giá trị</th></tr></thead>
    <tbody>
    {{#figures}}<tr><td>{{measure}}</td><td>{{name}}</td><td class="right">{{value}}</td></tr>
    {{/figures}}
    </tbody>
    </table></div>
    {{#tables}}
    <section>
    <h2>{{title}}</h2>
    {{#chart}}<figure><svg viewBox="0 0 640 {{height}}" role="img" aria-label="{{title}}: {{alternative}}"><title>{{title}}</title><desc>{{alternative}}</desc>
    {{#bars}}<text x="0" y="{{textY}}">{{label}}</text><rect x="0" y="{{y}}" width="{{width}}" height="16"></rect><text x="{{valueX}}" y="{{valueY}}">{{value}}</text>
    {{/bars}}</svg></figure>{{/chart}}
    <div class="wide"><table>
    <thead><tr>{{#columns}}<th scope="col" class="{{side}}">{{text}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}<td class="{{side}}">{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table></div>
    </section>
    {{/tables}}
    <h2>Định nghĩa</h2>
    <dl>
    {{#figures}}<dt>{{measure}} (phiên bản {{version}})</dt><dd>{{definition}}</dd>
    {{/figures}}
    </dl>
    </main>
    </body>
    </html>

    """
}
