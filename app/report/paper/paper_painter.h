// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_layout.h"

class QPainter;

namespace callboard {

/// Paints pages of a layout. The painter's unit is the dot (see paper::DotsPerInch), its origin the sheet's corner.
class PaperPainter
{
public:
    /// All are kept by reference and must outlive the painter; `cancelled` is looked at many times a second.
    PaperPainter(PaperDocument &document, const PaperLayout &layout, const paper::Meters &meters,
                 const ReportCancelled &cancelled);
    /// Throws ReportCancelledError, and ReportError when the collected rows can't be read again.
    void paint(QPainter &painter, int page) const;

private:
    void paintTitle(QPainter &painter, const PaperSheet &sheet, double top) const;
    void paintHead(QPainter &painter, const PaperSheet &sheet) const;
    void paintFoot(QPainter &painter, const PaperSheet &sheet, int page) const;
    void paintSection(QPainter &painter, const PaperSheet &sheet, const PaperBlock &block) const;
    void paintRows(QPainter &painter, const PaperSheet &sheet, const PaperBlock &block) const;
    double paintCaption(QPainter &painter, const QRectF &area, const PaperBlock &block) const;
    double paintTableHead(QPainter &painter, const QPointF &at, const PaperTable &table, const PaperBand &band) const;
    void paintCells(QPainter &painter, const QRectF &row, const PaperTable &table, const PaperBand &band,
                    const PaperRow &cells, int firstLine, int endLine) const;
    const PaperTable &tableOf(const PaperBlock &block) const;

    PaperDocument &m_document;
    const PaperLayout &m_layout;
    const paper::Meters &m_meters;
    const ReportCancelled &m_cancelled;
    Format m_format;
};

} // namespace callboard
