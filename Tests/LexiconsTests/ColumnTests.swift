import ModelFiles
import Testing

@testable import Lexicons

@Suite struct ColumnTests {
  @Test func whatIsNotThereIsBlank() {
    let column = Column<Int32>([7, 9])
    #expect([-1, 0, 1, 2, .max, .min].map { column[$0] } == [0, 7, 9, 0, 0, 0])
    #expect(column.range(0) == 7..<9)
    #expect(column.range(1) == 9..<9)
    #expect(Array(column) == [7, 9] && column.isWithin(7..<10) && !column.isWithin(7..<9) && !column.isWithin(8..<10))
    #expect(Column<UInt8>([65, 66]).text(of: 1..<9) == "B")
  }

  @Test func standsInAFileOnlyWhereThereIsRoom() throws {
    let file = MappedFile(copying: (0..<24).map { UInt8($0) })
    let column = try #require(Column<Int32>(file, offset: 8, count: 4))
    #expect(column.array == [0x0b0a_0908, 0x0f0e_0d0c, 0x1312_1110, 0x1716_1514].map { Int32($0) })
    #expect(Column<Int32>(file, offset: 8, count: 5) == nil)
    #expect(Column<Int32>(file, offset: 6, count: 1) == nil)
    #expect(Column<UInt64>(file, offset: 0, count: .max) == nil)
    #expect(Column<UInt64>(file, offset: -8, count: 1) == nil)
    #expect(Column<UInt64>(file, offset: 24, count: 0)?.isEmpty == true)
    #expect(Column<UInt64>(file, offset: 32, count: 0) == nil)
  }
}
