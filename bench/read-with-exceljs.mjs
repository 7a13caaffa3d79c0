// @ts-check
/** Reads a workbook with exceljs and counts its rows: what an import would have to pay before its own work begins. */
import exceljs from 'exceljs'

const workbook = new exceljs.Workbook()
await workbook.xlsx.readFile(/** @type {string} */ (process.argv[2]))
console.log(workbook.worksheets.map((sheet) => `${sheet.name} ${sheet.rowCount}`).join(', '))
