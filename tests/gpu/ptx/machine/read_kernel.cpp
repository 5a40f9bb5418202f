// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/instruction_table.h"
#include "tests/gpu/ptx/machine/names.h"
#include "tests/gpu/ptx/machine/read_program.h"
#include "tests/gpu/ptx/machine/words.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace gatescope::ptx {

namespace {

/// Bytes of a type: "u32", "b8".
std::size_t bytesOf(std::string_view type)
{
    if (type.ends_with("pred"))
        return 0;
    std::size_t bits = 0;
    const std::size_t digits = type.find_first_of("0123456789");
    if (digits != std::string_view::npos)
        std::from_chars(type.data() + digits, type.data() + type.size(), bits);
    return bits / 8;
}

/// Of a register, by the letter of its kind.
int bitsOf(char kind)
{
    return kind == 'p' ? 1 : kind == 'l' ? 64 : 32;
}

/// Reads the lines of a kernel one by one.
class KernelReader
{
public:
    explicit KernelReader(const std::string &name) { m_kernel.name = name; }

    void read(const SourceLine &line);
    std::shared_ptr<const Kernel> kernel();

private:
    void readDirective(std::string_view word, std::string_view rest);
    void readParameter(std::string_view rest);
    void readRegisters(std::string_view rest);
    void readShared(std::string_view rest);
    void readInstruction(const SourceLine &line, std::string_view text);
    void readGuard(std::string_view &text, Instruction &instruction);
    bool fit(std::string_view kinds, const std::vector<std::string_view> &operands) const;
    Slot operand(char kind, std::string_view text, Instruction &instruction);
    Slot address(char kind, std::string_view text, Instruction &instruction);

    Kernel m_kernel;
    Names m_names{m_kernel};
    std::unordered_map<std::string_view, std::uint32_t> m_labels;
    std::vector<std::pair<std::size_t, std::string_view>> m_branches; ///< whose labels are looked up in the end
    std::size_t m_addresses = 0;                                      ///< of an instruction, read so far
};

void KernelReader::read(const SourceLine &line)
{
    std::string_view text = line.text;
    if (text == "{" || text == "}" || text == ")")
        return;
    if (text.starts_with('.')) {
        const std::string_view word = takeWord(text);
        readDirective(word, text);
        return;
    }
    if (text.ends_with(':')) {
        m_labels[text.substr(0, text.size() - 1)] = std::uint32_t(m_kernel.code.size());
        return;
    }
    if (text.ends_with(';'))
        text = trimmed(text.substr(0, text.size() - 1));
    readInstruction(line, text);
}

std::shared_ptr<const Kernel> KernelReader::kernel()
{
    // A thread that comes to the end is done.
    if (m_kernel.code.empty() || m_kernel.code.back().flow != Flow::exit || m_kernel.code.back().isGuarded)
        readInstruction(m_kernel.lines.empty() ? SourceLine() : m_kernel.lines.back(), "ret");
    for (const auto &[at, label] : m_branches) {
        const auto place = m_labels.find(label);
        if (place == m_labels.end())
            throw Unknown{"there is no label " + std::string(label)};
        m_kernel.code[at].target = place->second;
    }
    return std::make_shared<const Kernel>(std::move(m_kernel));
}

void KernelReader::readDirective(std::string_view word, std::string_view rest)
{
    if (word == ".param")
        readParameter(rest);
    else if (word == ".reg")
        readRegisters(rest);
    else if (word == ".shared")
        readShared(rest);
    else if (word == ".extern" && takeWord(rest) == ".shared")
        readShared(rest);
    else if (word == ".maxntid")
        m_kernel.mostThreads = int(numberIn(operandsIn(rest).front()).value_or(0));
    else if (word != ".entry" && word != ".pragma" && word != ".minnctapersm" && word != ".version" && word != ".target"
             && word != ".address_size")
        throw Unknown{"this machine does not know " + std::string(word)};
}

/// ".align 8 .b8 name[160]," or ".u64 name"
void KernelReader::readParameter(std::string_view rest)
{
    std::size_t alignment = 0;
    std::string_view type = takeWord(rest);
    if (type == ".align") {
        alignment = std::size_t(numberIn(takeWord(rest)).value_or(0));
        type = takeWord(rest);
    }
    rest = rest.substr(0, rest.find_first_of(",)"));
    const std::size_t bracket = rest.find('[');
    std::size_t bytes = bytesOf(type);
    if (alignment == 0)
        alignment = bytes;
    if (alignment == 0)
        throw Unknown{"a parameter of no size"};
    if (bracket != std::string_view::npos)
        bytes *= std::size_t(numberIn(rest.substr(bracket + 1, rest.find(']') - bracket - 1)).value_or(0));
    const std::size_t at = (m_kernel.parameterBytes() + alignment - 1) / alignment * alignment;
    m_kernel.parameters.push_back({at, bytes});
    m_names.declareAddress(rest.substr(0, bracket), static_cast<long long>(at));
}

/// ".b32 %r<2101>;"
void KernelReader::readRegisters(std::string_view rest)
{
    const std::string_view type = takeWord(rest);
    const std::size_t open = rest.find('<'), close = rest.find('>');
    if (open == std::string_view::npos || close == std::string_view::npos)
        throw Unknown{"registers without a number"};
    const auto count = numberIn(rest.substr(open + 1, close - open - 1)).value_or(0);
    m_names.declareRegisters(rest.substr(0, open), count, type == ".pred" ? 1 : bytesOf(type) == 8 ? 64 : 32);
}

/// ".align 16 .b8 name[];", of which a launch says the size
void KernelReader::readShared(std::string_view rest)
{
    takeWord(rest);
    const auto alignment = std::size_t(numberIn(takeWord(rest)).value_or(1));
    const std::size_t bytesOfOne = bytesOf(takeWord(rest));
    const std::size_t open = rest.find('['), close = rest.find(']');
    const auto count = std::size_t(numberIn(rest.substr(open + 1, close - open - 1)).value_or(0));
    m_kernel.sharedBytes = (m_kernel.sharedBytes + alignment - 1) / alignment * alignment;
    m_names.declareAddress(rest.substr(0, open), static_cast<long long>(sharedBegin + m_kernel.sharedBytes));
    m_kernel.sharedBytes += count * bytesOfOne;
}

void KernelReader::readInstruction(const SourceLine &line, std::string_view text)
{
    Instruction instruction;
    readGuard(text, instruction);
    const std::string_view name = takeWord(text);
    const auto operands = operandsIn(text);
    const KnownInstruction *known
        = knownInstruction(name, [&](std::string_view kinds) { return fit(kinds, operands); });
    if (!known)
        throw Unknown{"this machine does not know " + std::string(name)};
    instruction.action = known->action;
    instruction.flow = known->flow;
    m_addresses = 0;
    for (std::size_t i = 0; i < operands.size(); ++i)
        instruction.operands[i] = operand(known->operands[i], operands[i], instruction);
    if (name == "st.shared.u16")
        m_kernel.sharesHalfWords = true;
    m_kernel.code.push_back(instruction);
    m_kernel.lines.push_back(line);
}

/// Whether as many operands are there, and registers of these sizes.
bool KernelReader::fit(std::string_view kinds, const std::vector<std::string_view> &operands) const
{
    return std::ranges::equal(kinds, operands, [this](char kind, std::string_view operand) {
        return operand.starts_with('[') || !m_names.hasOtherSize(operand, bitsOf(kind));
    });
}

/// "@%p1" or "@!%p1"
void KernelReader::readGuard(std::string_view &text, Instruction &instruction)
{
    if (!text.starts_with('@'))
        return;
    std::string_view guard = takeWord(text).substr(1);
    instruction.isGuarded = true;
    instruction.guardIsNegated = guard.starts_with('!');
    if (instruction.guardIsNegated)
        guard.remove_prefix(1);
    instruction.guard = m_names.slotOf(guard, 1);
}

Slot KernelReader::operand(char kind, std::string_view text, Instruction &instruction)
{
    if (kind == 't') {
        m_branches.emplace_back(m_kernel.code.size(), text);
        return 0;
    }
    if (kind == 'A' || kind == 'a' || kind == 'P')
        return address(kind, text, instruction);
    return m_names.slotOf(text, bitsOf(kind));
}

/// "[%rd1+4]", "[name+8]" or "[name]"
Slot KernelReader::address(char kind, std::string_view text, Instruction &instruction)
{
    if (!text.starts_with('[') || !text.ends_with(']'))
        throw Unknown{std::string(text) + " is no address"};
    text = text.substr(1, text.size() - 2);
    const std::size_t plus = text.find('+');
    if (plus != std::string_view::npos) {
        const auto offset = numberIn(text.substr(plus + 1));
        if (!offset)
            throw Unknown{std::string(text) + " is no address"};
        instruction.offsets[m_addresses] = *offset;
    }
    ++m_addresses;
    return operand(kind == 'a' ? 'w' : 'l', text.substr(0, plus), instruction);
}

} // namespace

std::variant<std::shared_ptr<const Kernel>, std::string>
readKernel(const std::string &name, const std::vector<SourceLine> &declared, const std::vector<SourceLine> &lines)
{
    KernelReader reader(name);
    const SourceLine *at = nullptr;
    try {
        for (const auto *some : {&declared, &lines})
            for (const SourceLine &line : *some) {
                at = &line;
                reader.read(line);
            }
        return reader.kernel();
    } catch (const Unknown &unknown) {
        return name + ", line " + std::to_string(at ? at->number : 0) + ": " + unknown.what;
    }
}

} // namespace gatescope::ptx
