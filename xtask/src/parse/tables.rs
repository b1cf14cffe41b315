//! Converts the rows of a table according to the section of the table.

use super::blocks::{Inline, Row, Table};
use super::cells::{self, Mark};
use super::columns::{Column, Columns};
use super::references;
use super::section_kind::SectionKind;
use crate::diagnostic::{Code, Reporter};
use crate::rows::{Action, ConditionKey, Requirement, ResourceType};

/// Returns the rows of a table of actions, from either section of actions.
pub(crate) fn actions<'a>(kind: SectionKind, table: &Table<'a>, report: &mut Reporter) -> Option<Vec<Action<'a>>> {
    rows(kind, table, report, |cells, report| {
        let (name, marked) = cells::name(cells.get(Column::Name)?, Mark::PermissionOnly, report)?;
        Some(Action {
            name,
            permission_only: marked || kind == SectionKind::PermissionOnly,
            description: cells.get(Column::Description)?.text,
            access_levels: cells.get(Column::AccessLevels).map(|cell| cell.text).into_iter().collect(),
            rows: vec![Requirement {
                resource_types: references::references(cells.get(Column::ResourceTypes)?, report),
                condition_keys: references::references(cells.get(Column::ConditionKeys)?, report),
                dependent_actions: cells.get(Column::DependentActions).map(references::action_names),
            }],
            scenarios: Vec::new(),
        })
    })
}

/// Returns the rows of a table of resource types.
pub(crate) fn resource_types<'a>(table: &Table<'a>, report: &mut Reporter) -> Option<Vec<ResourceType<'a>>> {
    rows(SectionKind::ResourceTypes, table, report, |cells, report| {
        let (name, _) = cells::name(cells.get(Column::Name)?, Mark::None, report)?;
        Some(ResourceType {
            name,
            arn: cells.get(Column::Arn)?.text,
            condition_keys: references::references(cells.get(Column::ConditionKeys)?, report),
        })
    })
}

/// Returns the rows of a table of condition keys.
pub(crate) fn condition_keys<'a>(table: &Table<'a>, report: &mut Reporter) -> Option<Vec<ConditionKey<'a>>> {
    rows(SectionKind::ConditionKeys, table, report, |cells, report| {
        let (name, _) = cells::name(cells.get(Column::Name)?, Mark::None, report)?;
        Some(ConditionKey {
            name,
            description: cells.get(Column::Description)?.text,
            value_type: cells.get(Column::ValueType)?.text,
        })
    })
}

/// The cells of a row, by column.
struct Cells<'r, 'a> {
    row: &'r Row<'a>,
    columns: &'r Columns,
}

impl<'r, 'a> Cells<'r, 'a> {
    fn get(&self, column: Column) -> Option<Inline<'r, 'a>> {
        self.columns.cell(self.row, column)
    }
}

/// Parses all rows of a table. Returns `None` if a row or the header has an error.
fn rows<'a, T>(
    kind: SectionKind,
    table: &Table<'a>,
    report: &mut Reporter,
    read: impl Fn(&Cells<'_, 'a>, &mut Reporter) -> Option<T>,
) -> Option<Vec<T>> {
    let columns = Columns::read(kind, &table.header, report);
    let mut rows = Vec::with_capacity(table.rows.len());
    let total = table.rows.len();
    for row in &table.rows {
        let (written, wanted) = (row.cells_written(), table.header.cells.len());
        if written != wanted {
            let cells = if written == 1 { "cell" } else { "cells" };
            let message = format!("this row has {written} {cells}, but its table has {wanted} columns");
            let help = if written > wanted {
                "escape a pipe that belongs to the text as `\\|`"
            } else {
                "write an empty cell as `| |`; end a table with an empty line, or the next line is a row"
            };
            report.error(Code::CellCount, message, row.lead(), help);
        } else if let Some(columns) = &columns {
            rows.extend(read(&Cells { row, columns }, report));
        }
    }
    (rows.len() == total && columns.is_some()).then_some(rows)
}
