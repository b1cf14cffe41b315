//! Which column of a table holds what: found by the header's words, in any order.

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

/// A column that a section may have: its header, and whether the section needs it.
type KnownColumn = (&'static str, Column, bool);

/// The columns of each section, as AWS has used them since 2018.
fn known(kind: SectionKind) -> &'static [KnownColumn] {
    match kind {
        // No table of these is known.
        SectionKind::Operations => &[],
        SectionKind::Actions | SectionKind::PermissionOnly => &[
            ("Actions", Column::Name, true),
            ("Description", Column::Description, true),
            // The reference has had pages without these two.
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

/// Which column stands where in one table.
pub(crate) struct Columns(Vec<Column>);

impl Columns {
    /// Reads a header row; nothing comes back unless every column is known and every needed one is there.
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
                        format!("a second column `{plain}`"),
                        report.file,
                        cell.text.span(),
                    )
                    .also(Place::Text(report.file, first.text.span()), "the first one")
                    .help("remove one of the two"),
                );
            }
            columns.push(column);
        }
        // A misspelt column is missing under its right name too; saying so twice helps nobody.
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
            report.error(Code::MissingColumn, message, header.span(), format!("the columns are: {all}"));
            return None;
        }
        Some(Self(columns))
    }

    /// The cell of a row in a column; none if the table does not have the column.
    pub(crate) fn cell<'r, 'a>(&self, row: &'r Row<'a>, column: Column) -> Option<Inline<'r, 'a>> {
        row.cells.get(self.0.iter().position(|other| *other == column)?).map(Cell::inline)
    }
}
