//! Finds the columns of a table by the words of its header, in any order.

use super::blocks::{Cell, Inline, Row};
use super::section_kind::SectionKind;
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::suggest;

/// The contents of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Description,
    AccessLevels,
    ResourceTypes,
    ConditionKeys,
    DependentActions,
    Arn,
    ValueType,
}

/// A column of a section: its header, its contents, and whether the section requires it.
type KnownColumn = (&'static str, Column, bool);

/// Returns the columns of a section. AWS has used these columns since 2018.
fn known(kind: SectionKind) -> &'static [KnownColumn] {
    match kind {
        // No page with a table of operations is known.
        SectionKind::Operations => &[],
        SectionKind::Actions | SectionKind::PermissionOnly => &[
            ("Actions", Column::Name, true),
            ("Description", Column::Description, true),
            // Some older pages lack the columns that are marked `false`.
            ("Access level", Column::AccessLevels, false),
            ("Resource types (*required)", Column::ResourceTypes, true),
            ("Condition keys", Column::ConditionKeys, true),
            ("Dependent actions", Column::DependentActions, false),
        ],
        SectionKind::ResourceTypes => &[
            ("Resource types", Column::Name, true),
            ("ARN", Column::Arn, true),
            ("Condition keys", Column::ConditionKeys, true),
        ],
        SectionKind::ConditionKeys => &[
            ("Condition keys", Column::Name, true),
            ("Description", Column::Description, true),
            ("Type", Column::ValueType, true),
        ],
    }
}

/// The columns of a table, in their order.
pub(crate) struct Columns(Vec<Column>);

impl Columns {
    /// Reads a header row. Returns `None` after an error: an unknown, repeated or missing column.
    pub(crate) fn read(kind: SectionKind, header: &Row<'_>, report: &mut Reporter) -> Option<Self> {
        let mut columns = Vec::with_capacity(header.cells.len());
        let mut unknown = false;
        for cell in &header.cells {
            let plain = cell.text.plain();
            let Some(&(_, column, _)) = known(kind).iter().find(|(name, ..)| name.eq_ignore_ascii_case(&plain)) else {
                unknown = true;
                let message = format!("unknown column `{plain}` in the table of {}", kind.noun());
                let help = suggest::hint(&plain, known(kind).iter().map(|(name, ..)| *name));
                let span = if cell.text.is_empty() { header.span() } else { cell.text.span() };
                report.error(Code::UnknownColumn, message, span, help);
                continue;
            };
            if let Some(first) = columns.iter().position(|other| *other == column).and_then(|at| header.cells.get(at)) {
                unknown = true;
                report.found.push(
                    Diagnostic::at(
                        Code::RepeatedColumn,
                        format!("repeated column `{plain}`"),
                        report.file,
                        cell.text.span(),
                    )
                    .also(Place::Text(report.file, first.text.span()), "the first column")
                    .help("remove one of the two columns"),
                );
            }
            columns.push(column);
        }
        // A misspelled column is also missing under its correct name. One report of the typo is enough.
        if unknown {
            return None;
        }
        let missing: Vec<_> = known(kind)
            .iter()
            .filter(|(_, column, needed)| *needed && !columns.contains(column))
            .map(|(name, ..)| *name)
            .collect();
        if !missing.is_empty() {
            let message = format!("the table of {} has no column `{}`", kind.noun(), missing.join("` and no column `"));
            let all = known(kind).iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(" | ");
            report.error(Code::MissingColumn, message, header.span(), format!("expected the columns {all}"));
            return None;
        }
        Some(Self(columns))
    }

    /// Returns the cell of a row in a column, or `None` if the table does not have the column.
    pub(crate) fn cell<'r, 'a>(&self, row: &'r Row<'a>, column: Column) -> Option<Inline<'r, 'a>> {
        row.cells.get(self.0.iter().position(|other| *other == column)?).map(Cell::inline)
    }
}
