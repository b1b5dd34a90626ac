import Testing

@testable import dvkd_bench

@Suite("Resident memory of a process")
struct ResidentMemoryTests {
  private let status = "Name:\tdvkd\nVmHWM:\t   30720 kB\nVmRSS:\t   20480 kB\nRssAnon:\t    3072 kB\n"

  @Test("the numbers are those of the kernel, in 2²⁰ bytes")
  func numbers() throws {
    let memory = try #require(ResidentMemory(status: status))
    #expect(memory.now == 20)
    #expect(memory.peak == 30)
    #expect(memory.own == 3)
  }

  @Test("a process that has ended has none")
  func ended() {
    #expect(ResidentMemory(status: "Name:\tdvkd\nState:\tZ (zombie)\n") == nil)
  }
}
